import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** The file that uses runtime.CgoEnabled. */
  listing: z.string(),
  /** Of the Go under test first; the others only in the full profile. */
  builds: z.array(z.object({ version: z.string(), path: z.string(), build: recordedRunSchema })),
});

export type ExportedCgoEnabled = z.infer<typeof schema>;

/** What each installed compiler says to a program that uses runtime.CgoEnabled. */
export const exportedCgoEnabled = kind<ExportedCgoEnabled>({
  id: 'exported-cgo-enabled',
  subject: 'toolchain',
  title: { en: 'the builds that use runtime.CgoEnabled', zh: '使用 runtime.CgoEnabled 的构建' },
  schema,
});
