/**
 * One program, built for two architectures and run natively and translated: the shape that the
 * kinds of such experiments share. Arms come in pairs, the native one first.
 *
 * @module
 */

import * as z from 'zod';
import { observationsSchema } from '../observations.ts';

export const translatedRunsSchema = z.object({
  /** In Go's names: what the machine is, and what had to be translated. */
  native: z.string(),
  translated: z.string(),
  /** "qemu-user", "rosetta" or "binfmt", and the words of the translator's version if it has any. */
  means: z.string(),
  translator: z.string().optional(),
  observations: observationsSchema,
});

export type TranslatedRuns = z.infer<typeof translatedRunsSchema>;
