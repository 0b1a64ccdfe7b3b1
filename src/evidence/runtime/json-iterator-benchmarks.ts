import { kind } from '../../model/kind.ts';
import { translatedRunsSchema, type TranslatedRuns } from './translated-runs.ts';

/** The package’s own benchmarks, fetched through the user’s Go settings and built for both architectures. */
export const jsonIteratorBenchmarks = kind<TranslatedRuns>({
  id: 'json-iterator-benchmarks',
  subject: 'toolchain',
  title: {
    en: 'the benchmarks of json-iterator, native and translated',
    zh: 'json-iterator 基准测试的原生与转译运行',
  },
  schema: translatedRunsSchema,
});
