/**
 * The paper names a metric host.cpu.cores. metrics.All() of the user's own Go decides.
 *
 * @module
 */

import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';
import { metricFigure, metricNamed } from './metric-names.ts';

const NAME = 'host.cpu.cores';

/** What a reader who wants the number of usable CPUs should read instead. */
const NEAREST = '/sched/gomaxprocs:threads';

export const hostCpuCoresMetric = claim({
  id: 'host-cpu-cores-metric',
  subject: 'runtime',
  answers: ['W2.20'],
  statement: {
    en: 'runtime/metrics offers a metric host.cpu.cores.',
    zh: 'runtime/metrics 提供名为 host.cpu.cores 的指标。',
  },
  method: {
    en: 'Builds a program with the Go under test that prints metrics.All(), and searches the list for the name.',
    zh: '用被测 Go 构建一个输出 metrics.All() 的程序，并在列表中查找该名称。',
  },
  wouldChange: {
    en: 'The name host.cpu.cores in metrics.All().',
    zh: 'metrics.All() 中出现 host.cpu.cores。',
  },
  needs: { catalogue: metricsCatalogue },

  judge({ catalogue }) {
    const count = catalogue.metrics.length;
    if (metricNamed(catalogue, NAME)) {
      return confirmed({
        en: `${NAME} is one of the ${count} metrics of ${catalogue.goVersion}`,
        zh: `${NAME} 是 ${catalogue.goVersion} 的 ${count} 个指标之一`,
      });
    }
    const near = metricNamed(catalogue, NEAREST);
    return refuted(
      {
        en: `${NAME} is not among the ${count} metrics of ${catalogue.goVersion}${near ? `; the nearest is ${NEAREST}` : ''}`,
        zh: `${catalogue.goVersion} 的 ${count} 个指标中没有 ${NAME}${near ? `；最接近的是 ${NEAREST}` : ''}`,
      },
      { figures: near ? [metricFigure([near])] : [] },
    );
  },
});
