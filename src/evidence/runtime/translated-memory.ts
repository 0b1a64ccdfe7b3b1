import { kind } from '../../model/kind.ts';
import { translatedRunsSchema, type TranslatedRuns } from './translated-runs.ts';

/** Peak memory of either build: four arms, without and with a working set of 256 MB. */
export const translatedMemory = kind<TranslatedRuns>({
  id: 'translated-memory',
  subject: 'toolchain',
  title: { en: 'peak memory, native and translated', zh: '原生与转译的内存峰值' },
  schema: translatedRunsSchema,
});
