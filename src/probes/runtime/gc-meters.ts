/**
 * Running the gc-meters specimen under GODEBUG=gctrace=1 with an execution trace, natively.
 *
 * @module
 */

import * as z from 'zod';
import { gcMeters, meterRecordSchema } from '../../evidence/runtime/gc-meters.ts';
import { CLEAN, nativeSpecimen } from '../../experiments/both-architectures.ts';
import { traceCensus, tracedCollections } from '../../formats/gotrace-collections.ts';
import { readTrace } from '../../formats/gotrace.ts';
import { HostError } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

/** Forced, and as many that allocating brings about. */
const CYCLES = 100;
const LARGEST_TRACE = 2 ** 28;

const headSchema = z.object({
  goVersion: z.string(),
  goarch: z.string(),
  processors: z.number(),
  edges: z.array(z.number()).nullable(),
});

export const gcMetersProbe = probe({
  gathers: gcMeters,
  needs: LABORATORY,
  cost: { ...MEASURES, time: 'seconds', writes: ['the Go build cache'] },
  async gather(host, place) {
    const { path } = await nativeSpecimen(host, place, 'gc-meters');
    const file = `${await host.scratch('gc-meters')}/trace.out`;
    const { exit, stdout, stderr } = await host.run({
      argv: [path, '-cycles', String(CYCLES), '-trace', file],
      environment: { ...CLEAN, GODEBUG: 'gctrace=1' },
      timeLimitMs: 60_000,
    });
    if (exit !== 0) throw new HostError('failed', `Cannot run ${path}: ${stderr.slice(0, 300)}`);
    const bytes = await host.readFile(file, LARGEST_TRACE);
    if (!bytes) throw new HostError('failed', `Cannot read ${file}: the program wrote no trace`);
    const [first = '', ...others] = stdout.trim().split('\n');
    const { edges, ...head } = headSchema.parse(JSON.parse(first));
    if (edges === null) {
      return absent(
        {
          en: `${head.goVersion} has no metric /sched/pauses/total/gc:seconds`,
          zh: `${head.goVersion} 没有指标 /sched/pauses/total/gc:seconds`,
        },
        { en: 'Use Go 1.22 or later', zh: '请使用 Go 1.22 或更新版本' },
      );
    }
    const trace = readTrace('trace.out', bytes);
    const { tickNs, collections, otherStops } = tracedCollections(trace);
    return known({
      ...head,
      edges,
      lines: stderr.split('\n').filter((line) => line.startsWith('gc ')),
      records: others.map((line) => meterRecordSchema.parse(JSON.parse(line))),
      trace: {
        version: trace.version,
        sizeBytes: bytes.length,
        events: traceCensus(trace).events,
        tickNs,
        collections: collections.map(({ stops, ...one }) => ({ ...one, stops: [...stops] })),
        otherStops: otherStops.length,
      },
    });
  },
});
