import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** Below GOROOT/src. */
  folders: z.array(z.string()),
  /** Text files in them. */
  files: z.number(),
  /** `grep` for os_log in them: one line per hit; exit 1 is none. */
  search: recordedRunSchema,
  /** The program, and offsets of the same letters in it, the first 16. */
  program: z.object({ path: z.string(), sizeBytes: z.number(), offsets: z.array(z.number()) }).optional(),
});

export type OsLogMentions = z.infer<typeof schema>;

/** Where os_log is named in the Go sources of the cgo bridge and in a program for darwin/arm64. */
export const osLogMentions = kind<OsLogMentions>({
  id: 'os-log-mentions',
  subject: 'toolchain',
  title: { en: 'mentions of os_log', zh: '对 os_log 的提及' },
  schema,
});
