/**
 * The paper names a metric runtime.gc.pause.nanoseconds. metrics.All() of the user's Go decides.
 *
 * @module
 */

import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';
import { metricFigure, metricNamed } from './metric-names.ts';

const NAME = 'runtime.gc.pause.nanoseconds';

/** Newest name first; releases before 1.22 have only the second, which is deprecated since. */
const REAL = ['/sched/pauses/total/gc:seconds', '/gc/pauses:seconds'] as const;

export const gcPauseMetric = claim({
  id: 'gc-pause-metric',
  subject: 'runtime',
  answers: ['W2.22'],
  statement: {
    en: 'runtime/metrics offers a metric runtime.gc.pause.nanoseconds.',
    zh: 'runtime/metrics 提供名为 runtime.gc.pause.nanoseconds 的指标。',
  },
  method: {
    en: 'Builds a program with the Go under test that prints metrics.All(), and searches the list for the name.',
    zh: '用被测 Go 构建一个输出 metrics.All() 的程序，并在列表中查找该名称。',
  },
  wouldChange: {
    en: 'The name runtime.gc.pause.nanoseconds in metrics.All().',
    zh: 'metrics.All() 中出现 runtime.gc.pause.nanoseconds。',
  },
  needs: { catalogue: metricsCatalogue },

  judge({ catalogue }) {
    const { goVersion, metrics } = catalogue;
    if (metricNamed(catalogue, NAME)) {
      return confirmed({
        en: `${NAME} is one of the ${metrics.length} metrics of ${goVersion}`,
        zh: `${NAME} 是 ${goVersion} 的 ${metrics.length} 个指标之一`,
      });
    }
    const real = REAL.flatMap((name) => metricNamed(catalogue, name) ?? []);
    const names = real.map(({ name, kind }) => `${name} (${kind})`);
    return refuted(
      {
        en: `${NAME} is not among the ${metrics.length} metrics of ${goVersion}; pauses are in ${names.join(' and ') || 'none of them'}`,
        zh: `${goVersion} 的 ${metrics.length} 个指标中没有 ${NAME}；停顿时间见于 ${names.join(' 与 ') || '(无)'}`,
      },
      { figures: real.length > 0 ? [metricFigure(real)] : [] },
    );
  },
});
