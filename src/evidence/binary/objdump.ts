import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const runSchema = z.object({
  /** Subject name of the binary. */
  binary: z.string(),
  exit: z.number().optional(),
  stderr: z.string(),
  /** Lines of the form "address: words mnemonic". */
  instructions: z.number(),
});

const schema = z.object({
  tools: z.array(
    z.object({
      path: z.string(),
      /** First line of --version. */
      version: z.string(),
      /** The printed `objdump -arch arm64 -d FILE`. */
      printed: z.array(runSchema),
      /** The line "FILE: file format …" for hello-linux-arm64, from -f; undefined if none was printed. */
      arm64Format: z.string().optional(),
      /** `-d` of the first 128 KiB of code of hello-linux-amd64. */
      amd64: runSchema.extend({ mnemonics: z.record(z.string(), z.number()) }),
    }),
  ),
});

export type Objdump = z.infer<typeof schema>;

/** What every objdump on this machine makes of Go binaries built here. */
export const objdump = kind<Objdump>({
  id: 'objdump',
  subject: 'machine',
  title: { en: 'what the objdumps at hand print', zh: '本机各 objdump 的输出' },
  schema,
});
