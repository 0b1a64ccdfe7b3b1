import { kind } from '../../model/kind.ts';
import { observationsSchema, type Observations } from '../observations.ts';

/** One small program run against itself: what this machine's noise lets a comparison see. */
export const noiseFloor = kind<Observations>({
  id: 'noise-floor',
  subject: 'machine',
  title: { en: 'a program run against itself', zh: '同一程序与自身的对比运行' },
  schema: observationsSchema,
});
