import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** Records that parsed as JSON objects here, by another reader than the one that wrote them. */
  records: z.number(),
  /** Lines that did not. */
  unreadable: z.number(),
  metricsPerRecord: z.number(),
  histogramsPerRecord: z.number(),
  /** Compared in Go, bit for bit, after reading the record back. */
  values: z.number(),
  buckets: z.number(),
  infinities: z.number(),
  /** Names of metrics that came back changed. */
  differences: z.array(z.string()),
  /** What encoding/json says to the same samples unprepared; "" if it takes them. */
  plainError: z.string(),
});

export type MetricsStream = z.infer<typeof schema>;

/** Snapshots of all metrics written as JSON records and read back. */
export const metricsStream = kind<MetricsStream>({
  id: 'metrics-stream',
  subject: 'toolchain',
  title: { en: 'a stream of metric snapshots in JSON', zh: '以 JSON 输出的指标快照流' },
  schema,
});
