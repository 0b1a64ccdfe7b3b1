import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const lineSchema = z.object({
  /** Below GOROOT/src. */
  file: z.string(),
  line: z.number(),
  text: z.string(),
});

const schema = z.object({
  /** The body of the function that counts CPUs on darwin. */
  cpuCount: z.array(lineSchema),
  /** The trampoline behind runtime.nanotime on darwin/arm64, and the Go function that calls it. */
  nanotime: z.array(lineSchema),
});

export type DarwinRuntimeSources = z.infer<typeof schema>;
export type SourceLine = z.infer<typeof lineSchema>;

/** The lines of package runtime that count CPUs and read the clock on darwin/arm64. */
export const darwinRuntimeSources = kind<DarwinRuntimeSources>({
  id: 'darwin-runtime-sources',
  subject: 'toolchain',
  title: { en: 'the runtime’s own source for darwin/arm64', zh: '运行时面向 darwin/arm64 的源代码' },
  schema,
});
