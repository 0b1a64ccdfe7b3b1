import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** `go version -m` of the go command itself, as printed. */
  listing: recordedRunSchema,
  /** One byte changed in a copy of each, at the offset. */
  changes: z.array(
    z.object({
      file: z.string(),
      offset: z.number(),
      /** `go version -m` of the go command of the tree with the change. */
      listing: recordedRunSchema,
      /** The hash of the tree with the change differs from that without. */
      hashDiffers: z.boolean(),
    }),
  ),
});

export type ChangedGoTree = z.infer<typeof schema>;

/** What the paper's final check and the hash of the tree make of one changed byte. */
export const changedGoTree = kind<ChangedGoTree>({
  id: 'changed-go-tree',
  subject: 'toolchain',
  title: { en: 'checks of a changed Go tree', zh: '对被改动的 Go 目录树的检查' },
  schema,
});
