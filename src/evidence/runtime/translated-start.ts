import { kind } from '../../model/kind.ts';
import { translatedRunsSchema, type TranslatedRuns } from './translated-runs.ts';

/** Start to exit of the smallest program, of either build. */
export const translatedStart = kind<TranslatedRuns>({
  id: 'translated-start',
  subject: 'toolchain',
  title: { en: 'starts of hello, native and translated', zh: 'hello 的原生与转译启动' },
  schema: translatedRunsSchema,
});
