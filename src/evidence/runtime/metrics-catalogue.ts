import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const valueKind = z.string();

const schema = z.object({
  goVersion: z.string(),
  metrics: z.array(
    z.object({
      name: z.string(),
      /** "uint64", "float64", "float64-histogram". */
      kind: valueKind,
      cumulative: z.boolean(),
      description: z.string(),
      /** The kind of the value that metrics.Read filled in; "bad" if it filled none. */
      read: valueKind,
    }),
  ),
  /** A name of no metric, read in the same call. */
  invented: z.object({ name: z.string(), read: valueKind }),
});

export type MetricsCatalogue = z.infer<typeof schema>;

/** metrics.All() of the Go under test, every one of them read. */
export const metricsCatalogue = kind<MetricsCatalogue>({
  id: 'metrics-catalogue',
  subject: 'toolchain',
  title: { en: 'every metric that runtime/metrics offers', zh: 'runtime/metrics 提供的全部指标' },
  schema,
});
