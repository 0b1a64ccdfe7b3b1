import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  runs: z.array(
    z.object({
      /** What the program was built for. */
      goarch: z.string(),
      exit: z.number().optional(),
      /** sysctl.proc_translated as the program itself read it: 1 translated, 0 native. */
      translated: z.number().optional(),
      stderr: z.string(),
    }),
  ),
});

export type DarwinStart = z.infer<typeof schema>;

/** A darwin program of either architecture, started on this Mac, asking whether it is translated. */
export const darwinStart = kind<DarwinStart>({
  id: 'darwin-start',
  subject: 'machine',
  title: {
    en: 'programs of both architectures started on this Mac',
    zh: '在本机 Mac 上启动的两种架构的程序',
  },
  schema,
});
