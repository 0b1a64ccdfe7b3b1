import { kind } from '../../model/kind.ts';
import { trialsSchema, type Trials } from './trials.ts';

/** What vendor/, modules.txt and the caches did for two targets, tried with the Go under test in the rig. */
export const vendorTrials = kind<Trials>({
  id: 'vendor-trials',
  subject: 'toolchain',
  title: { en: 'trials of vendor/ and the caches in the rig', zh: '在试验台上对 vendor/ 与各缓存的试验' },
  schema: trialsSchema,
});
