import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';

const schema = z.object({
  /** As Go and Node name it: "linux" or "darwin". */
  system: z.string(),
  /** What the kernel calls itself, from `uname -s -r`; translators may fake the machine, not this. */
  kernel: z.string(),
  /** `uname -m` as this process sees it: a translator fakes it, see machine/translation. */
  unameMachine: z.string(),
  /** The architecture goassay's own process was built for, in Go's names. */
  processArchitecture: z.string(),
  /** Such as "macOS 15.1" or "Debian GNU/Linux 12 (bookworm)", if the system says. */
  release: z.string().optional(),
});

export type System = z.infer<typeof schema>;

/** The operating system and the kernel that goassay runs on. */
export const system = kind<System>({
  id: 'system',
  subject: 'machine',
  title: { en: 'the operating system', zh: '操作系统' },
  schema,
  headline: (value) => verbatim(`${value.system}/${value.processArchitecture}`),
});
