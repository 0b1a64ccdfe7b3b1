/**
 * Witnesses to what the hardware is and whether this process is translated.
 *
 * Raw words only; what they come to is worked out below, from the ones a translator cannot fake.
 * Which those are was measured under qemu-user 7.2 and read off archspec's dump of a shell under
 * Rosetta: `uname -m` and /proc/self/exe are faked, /proc/sys/kernel/arch, /proc/thread-self/exe
 * and hw.optional.arm64 are not.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const witnessSchema = z.object({
  /** Such as "/proc/sys/kernel/arch" or "sysctl.proc_translated". */
  id: z.string(),
  about: z.enum(['hardware', 'process']),
  /** Go's name of an architecture for the hardware; "native" or "translated" for the process. */
  says: z.string(),
  /** Verbatim. */
  raw: z.string(),
  /**
   * `decisive`: no translator known to us fakes it, and it always answers. `strong`: none fakes it,
   * but its silence proves nothing. `hint`: it is faked, or pretends, under some.
   */
  weight: z.enum(['decisive', 'strong', 'hint']),
});

const schema = z.object({ witnesses: z.array(witnessSchema) });

export type Translation = z.infer<typeof schema>;
export type WitnessWords = z.infer<typeof witnessSchema>;

export const translation = kind<Translation>({
  id: 'translation',
  subject: 'machine',
  title: { en: 'the witnesses to hardware and translation', zh: '硬件与转译的见证' },
  schema,
});

/** What the decisive witnesses agree on, or undefined if there is none or they contradict. */
export function hardwareOf({ witnesses }: Translation): string | undefined {
  return agreed(witnesses.filter(({ about, weight }) => about === 'hardware' && weight === 'decisive'));
}

/** The machine's own architecture: a translated goassay is of another one. */
export function architectureOf(heard: Translation | undefined, processArchitecture: string): string {
  return (heard && hardwareOf(heard)) ?? processArchitecture;
}

/** Whether this process is translated, by its decisive witnesses; undefined if they do not say. */
export function isTranslated({ witnesses }: Translation): boolean | undefined {
  const says = agreed(witnesses.filter(({ about, weight }) => about === 'process' && weight === 'decisive'));
  return says === undefined ? undefined : says === 'translated';
}

function agreed(witnesses: readonly WitnessWords[]): string | undefined {
  const said = new Set(witnesses.map(({ says }) => says));
  return said.size === 1 ? [...said][0] : undefined;
}
