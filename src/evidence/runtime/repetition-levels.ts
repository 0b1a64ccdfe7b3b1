/**
 * One program timed at three levels: builds that differ in the layout of their code, processes of a build,
 * iterations of a process. First a pilot, then as often at each level as the pilot's variance advised.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

/** Seconds, by build, process and iteration. */
const nested = z.array(z.array(z.array(z.number())));

const schema = z.object({
  measure: z.string(),
  /** What one more of each cost in the pilot, in milliseconds. */
  cost: z.object({ build: z.number(), process: z.number(), iteration: z.number() }),
  pilot: nested,
  /** Per build and per process. */
  chosen: z.object({ builds: z.number(), processes: z.number(), iterations: z.number() }),
  /** Of other builds than the pilot's. */
  measured: nested,
});

export type RepetitionLevels = z.infer<typeof schema>;

export const repetitionLevels = kind<RepetitionLevels>({
  id: 'repetition-levels',
  subject: 'toolchain',
  title: { en: 'builds, processes and iterations', zh: '构建、进程与迭代三级重复' },
  schema,
});
