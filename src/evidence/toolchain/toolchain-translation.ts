import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** `sysctl -n hw.optional.arm64`: 1 on Apple silicon, even in a translated process. */
  hardware: recordedRunSchema,
  /** `sysctl -n sysctl.proc_translated`, run by the go command as its child. */
  goProcess: recordedRunSchema,
  /** The program that reads the same of itself, its build and its run. */
  listing: z.string(),
  build: recordedRunSchema,
  program: recordedRunSchema.optional(),
  /** By the files' own headers, in Go's names. */
  goArchitectures: z.array(z.string()),
  programArchitectures: z.array(z.string()),
});

export type ToolchainTranslation = z.infer<typeof schema>;

/** Whether Rosetta 2 translates the go command or what it builds, each asked from the inside. */
export const toolchainTranslation = kind<ToolchainTranslation>({
  id: 'toolchain-translation',
  subject: 'toolchain',
  title: { en: 'the translation state of the toolchain', zh: '工具链的转译状态' },
  schema,
});
