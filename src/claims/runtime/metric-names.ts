/**
 * Looking metrics up by name, and showing them.
 *
 * @module
 */

import type { MetricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim } from '../../model/text.ts';

export type Metric = MetricsCatalogue['metrics'][number];

export function metricNamed({ metrics }: MetricsCatalogue, name: string): Metric | undefined {
  return metrics.find((metric) => metric.name === name);
}

/** What the Go documentation embedded in the binary says of each. */
export function metricFigure(metrics: readonly Metric[]): TableFigure {
  return table(
    { en: 'What metrics.All() says of the real names', zh: 'metrics.All() 对真实名称的说明' },
    [
      { en: 'metric', zh: '指标' },
      { en: 'kind', zh: '类型' },
      { en: 'cumulative', zh: '累计' },
      { en: 'description', zh: '说明（原文）' },
    ],
    metrics.map(({ name, kind, cumulative, description }) => [
      verbatim(name),
      verbatim(kind),
      cumulative ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' },
      verbatim(description),
    ]),
  );
}
