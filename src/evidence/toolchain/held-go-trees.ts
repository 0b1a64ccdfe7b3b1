import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { GO_MANAGERS } from './go-installs.ts';
import { gorootIntegritySchema } from './goroot-integrity.ts';

const schema = z.object({
  trees: z.array(
    z.object({
      /** Who put it there. */
      manager: z.enum(GO_MANAGERS),
      goroot: z.string(),
      held: gorootIntegritySchema.optional(),
      /** Why it could not be held against anything. */
      trouble: z.string().optional(),
    }),
  ),
  /** Trees that were in order before and were not read again, because no file's size, inode, mode or time changed. */
  unchanged: z.number(),
});

export type HeldGoTrees = z.infer<typeof schema>;

/** Every Go tree on this machine, held against the hash that the checksum log has of its release. */
export const heldGoTrees = kind<HeldGoTrees>({
  id: 'held-go-trees',
  subject: 'machine',
  title: { en: 'the Go trees held against the checksum log', zh: '与校验日志比对的 Go 目录树' },
  schema,
});
