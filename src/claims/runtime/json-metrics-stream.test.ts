import { claimTable } from '../../../test/claim-table.ts';
import { jsonMetricsStream } from './json-metrics-stream.ts';

const STREAM = {
  records: 3,
  unreadable: 0,
  metricsPerRecord: 113,
  histogramsPerRecord: 8,
  values: 339,
  buckets: 3348,
  infinities: 42,
  differences: [],
  plainError: 'json: unsupported value: +Inf',
};

claimTable(jsonMetricsStream, [
  {
    when: 'when every value comes back',
    outcome: 'confirmed',
    evidence: { stream: STREAM },
    saying: '42 of them infinite',
  },
  {
    when: 'when a value comes back changed',
    outcome: 'refuted',
    evidence: { stream: { ...STREAM, differences: ['/gc/pauses:seconds'] } },
    saying: '/gc/pauses:seconds',
  },
  { when: 'when a line is no JSON', outcome: 'refuted', evidence: { stream: { ...STREAM, unreadable: 1 } } },
  {
    when: 'when nothing was written',
    outcome: 'inconclusive',
    evidence: { stream: { ...STREAM, records: 0 } },
  },
]);
