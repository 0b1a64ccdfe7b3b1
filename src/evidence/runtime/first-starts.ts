/**
 * Programs that were built a moment before, started once and then again and again: what the first start
 * costs beyond the later ones, natively and translated, of a small program and of one with much code
 * that no start touches.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { translatedRunsSchema } from './translated-runs.ts';

const schema = translatedRunsSchema.omit({ observations: true }).extend({
  /** Each was built for itself, with contents of its own. */
  programs: z.array(
    z.object({
      side: z.enum(['native', 'translated']),
      size: z.enum(['small', 'large']),
      sizeBytes: z.number(),
      firstMs: z.number(),
      /** Ten starts after it. */
      laterMs: z.array(z.number()),
    }),
  ),
  /** Where Rosetta keeps translations, and what is there by the name of our programs. */
  store: z.object({
    path: z.string(),
    state: z.enum(['listed', 'refused', 'not there']),
    ours: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  }),
});

export type FirstStarts = z.infer<typeof schema>;

export const firstStarts = kind<FirstStarts>({
  id: 'first-starts',
  subject: 'toolchain',
  title: { en: 'first and later starts of fresh programs', zh: '新建程序的首次与后续启动' },
  schema,
});
