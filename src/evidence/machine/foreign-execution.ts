/**
 * By what means programs of another architecture run here: registrations with the kernel,
 * translators that can be called by name, Rosetta.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** Enabled entries of binfmt_misc that take ELF files of some processor. */
  registrations: z.array(
    z.object({
      name: z.string(),
      interpreter: z.string(),
      flags: z.string(),
      /** Whether the interpreter is where the entry says; it matters unless flag F keeps it open. */
      interpreterFound: z.boolean().optional(),
      /** Which files it takes, in hex, as the kernel shows it; needed to register it again. */
      magic: z.string().optional(),
      mask: z.string().optional(),
      /** In Go's names. */
      architecture: z.string(),
      isEnabled: z.boolean(),
    }),
  ),
  /** qemu-user on PATH. */
  translators: z.array(z.object({ architecture: z.string(), path: z.string(), version: z.string() })),
  /** Files by which Rosetta is known to be there: for macOS programs, or for Linux ones in a VM. */
  rosetta: z.array(z.string()),
});

export type ForeignExecution = z.infer<typeof schema>;

export const foreignExecution = kind<ForeignExecution>({
  id: 'foreign-execution',
  subject: 'machine',
  title: { en: 'the ways of running programs of another architecture', zh: '运行异构程序的途径' },
  schema,
});

export interface Runner {
  /** What goes before the program; nothing where it runs by itself. */
  readonly argv: readonly string[];
  readonly means: 'native' | 'binfmt' | 'qemu-user' | 'rosetta';
}

/**
 * How a program for `goos`/`goarch` can be run on this machine, or undefined if it cannot.
 * `machine.architecture` is the hardware's (`hardwareOf`), or that of goassay's own process where
 * the hardware is not known.
 */
export function runnerFor(
  foreign: ForeignExecution,
  machine: { readonly system: string; readonly architecture: string },
  goos: string,
  goarch: string,
): Runner | undefined {
  if (goos !== machine.system) return undefined;
  if (goarch === machine.architecture) return { argv: [], means: 'native' };
  if (goos === 'darwin') return runnerOnMacos(foreign, goarch);
  const translator = foreign.translators.find(({ architecture }) => architecture === goarch);
  if (translator) return { argv: [translator.path], means: 'qemu-user' };
  const registered = foreign.registrations.find(
    (registration) => registration.architecture === goarch && isUsable(registration),
  );
  if (registered) return { argv: [], means: /rosetta/i.test(registered.interpreter) ? 'rosetta' : 'binfmt' };
  return undefined;
}

/** Only Apple silicon has Rosetta, so a process that finds it and is no arm64 one is itself translated. */
function runnerOnMacos({ rosetta }: ForeignExecution, goarch: string): Runner | undefined {
  if (rosetta.length === 0) return undefined;
  if (goarch === 'arm64') return { argv: [], means: 'native' };
  return goarch === 'amd64' ? { argv: [], means: 'rosetta' } : undefined;
}

function isUsable(registration: ForeignExecution['registrations'][number]): boolean {
  const { isEnabled, flags, interpreterFound } = registration;
  return isEnabled && (flags.includes('F') || interpreterFound !== false);
}
