import { kind } from '../../model/kind.ts';
import { translatedRunsSchema, type TranslatedRuns } from './translated-runs.ts';

/** JSON, AES, SHA-256, CRC-32, maps, allocation and arithmetic by either build. */
export const translatedWorkload = kind<TranslatedRuns>({
  id: 'translated-workload',
  subject: 'toolchain',
  title: { en: 'the same work, native and translated', zh: '原生与转译执行相同负载' },
  schema: translatedRunsSchema,
});
