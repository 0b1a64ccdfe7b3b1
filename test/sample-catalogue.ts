import type { MetricsCatalogue } from '../src/evidence/runtime/metrics-catalogue.ts';

type Metric = MetricsCatalogue['metrics'][number];

/** Some metrics that go1.26.8 really offers, and what a case adds to them. */
export function catalogueOf(added: readonly (Partial<Metric> & { name: string })[] = []): MetricsCatalogue {
  const names = [
    '/gc/heap/objects:objects',
    '/memory/classes/heap/objects:bytes',
    '/sched/gomaxprocs:threads',
    '/sched/pauses/total/gc:seconds',
    '/gc/pauses:seconds',
  ];
  const real = names.map((name): Metric => {
    const kind = name.endsWith('seconds') ? 'float64-histogram' : 'uint64';
    return { name, kind, read: kind, cumulative: false, description: 'As the Go documentation says.' };
  });
  const more = added.map((metric): Metric => {
    return {
      kind: 'uint64',
      read: 'uint64',
      cumulative: false,
      description: 'Added by the case.',
      ...metric,
    };
  });
  return {
    goVersion: 'go1.26.8',
    metrics: [...real, ...more],
    invented: { name: '/none:bytes', read: 'bad' },
  };
}
