import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** The printed line, as printed. */
  tapInfo: recordedRunSchema,
  /** The printed fetch and shasum, as printed, with a cache of their own. */
  fetchAndHash: recordedRunSchema,
  /** The same fetch for the formula that exists. */
  fetchSource: recordedRunSchema,
  /** Name of the file that it left in the cache. */
  cachedFile: z.string().optional(),
  /** `brew info --json=v2 go`: what the formula declares. */
  declaredSha256: z.string().optional(),
  /** After one byte was added to the cached file. */
  changed: z
    .object({ hash: recordedRunSchema, audit: recordedRunSchema, fetch: recordedRunSchema })
    .optional(),
});

export type HomebrewCommands = z.infer<typeof schema>;

/** The paper's Homebrew commands, run as printed in a cache of their own. */
export const homebrewCommands = kind<HomebrewCommands>({
  id: 'homebrew-commands',
  subject: 'machine',
  title: { en: 'the printed Homebrew commands', zh: '原文的 Homebrew 命令' },
  schema,
});
