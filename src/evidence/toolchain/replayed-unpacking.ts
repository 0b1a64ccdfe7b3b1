import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const countsSchema = z.object({ missing: z.number(), changed: z.number(), stale: z.number() });

const schema = z.object({
  /** Of the tree that was packed: the Go under test. */
  version: z.string(),
  files: z.number(),
  /** The printed commands with another root and without sudo. */
  emptied: recordedRunSchema,
  unpacked: recordedRunSchema,
  /** The result against the packed tree, file by file. */
  result: countsSchema,
  versionLine: recordedRunSchema,
  /** The same without emptying first. */
  withoutEmptying: countsSchema,
});

export type ReplayedUnpacking = z.infer<typeof schema>;

/** The paper's two commands, replayed in a scratch root over an older tree. */
export const replayedUnpacking = kind<ReplayedUnpacking>({
  id: 'replayed-unpacking',
  subject: 'toolchain',
  title: { en: 'the printed unpacking, replayed', zh: '重放原文的解包步骤' },
  schema,
});
