import { claimTable } from '../../../test/claim-table.ts';
import type { GcMeters } from '../../evidence/runtime/gc-meters.ts';
import { reconciledGcMeters } from './reconciled-gc-meters.ts';

type MeterRecord = GcMeters['records'][number];
type Traced = GcMeters['trace']['collections'][number];

/** One collection as go1.26.8 metered it on linux/amd64, told again under other numbers. */
const record = (number: number): MeterRecord => ({
  forced: false,
  cycles: number,
  liveBytes: 11934656,
  goalBytes: 24034402,
  numGC: number,
  nextGC: 24034402,
  pauseNs: 1087999,
  pauseTotalNs: 1087999 * number,
  mallocsBefore: 19977,
  mallocs: 19977,
  mallocsAfter: 19977,
  pauses: [
    [0, 1],
    [2, 1],
  ],
});
const edges = [0.000004096, 0.00000512, 0.001048576, 0.00131072];
const line = (number: number): string =>
  `gc ${number} @3.202s 1%: 1.0+0.82+0.005 ms clock, 2.1+0.48/0.24/0+0.011 ms cpu, 22->23->11 MB, 26 MB goal, 0 MB stacks, 0 MB globals, 2 P`;
const traced: Traced = {
  beganNs: 7739550980992,
  endedNs: 7739552901568,
  stops: [
    { reason: 'GC sweep termination', beganNs: 7739550986176, durationNs: 1084096 },
    {
      reason: 'GC mark termination',
      beganNs: 7739552897600,
      durationNs: 54336,
      heapBytes: 11934656,
      goalBytes: 24034402,
    },
  ],
};

const COLLECTIONS = 120;
const numbers = Array.from({ length: COLLECTIONS }, (_, index) => index + 2);
const meters: GcMeters = {
  goVersion: 'go1.26.8',
  goarch: 'amd64',
  processors: 2,
  lines: [line(1), ...numbers.map(line)],
  edges,
  records: [record(1), ...numbers.map(record)],
  trace: {
    version: '1.26',
    sizeBytes: 1e6,
    events: 1e5,
    tickNs: 64,
    collections: numbers.map(() => traced),
    otherStops: 0,
  },
};

/** The first `count` collections, changed. */
const withRecords = (count: number, change: Partial<MeterRecord>): GcMeters => ({
  ...meters,
  records: meters.records.map((one, index) => (index >= 1 && index <= count ? { ...one, ...change } : one)),
});
const withTrace = (count: number, change: Partial<Traced>): GcMeters => ({
  ...meters,
  trace: {
    ...meters.trace,
    collections: meters.trace.collections.map((one, index) => (index < count ? { ...one, ...change } : one)),
  },
});
const withLines = (count: number, from: string, to: string): GcMeters => ({
  ...meters,
  lines: meters.lines.map((one, index) => (index >= 1 && index <= count ? one.replace(from, to) : one)),
});
const [sweepTermination, markTermination] = traced.stops;

claimTable(reconciledGcMeters, [
  { when: 'when all meters agree', outcome: 'confirmed', evidence: { meters }, saying: '120 of 120' },
  {
    when: 'when one collection of 120 disagrees',
    outcome: 'confirmed',
    evidence: { meters: withLines(1, '->11 MB', '->12 MB') },
    saying: '119 of 120',
  },
  {
    when: 'when two live heaps disagree',
    outcome: 'refuted',
    evidence: { meters: withLines(2, '->11 MB', '->12 MB') },
    saying: 'gc 2: live heap',
  },
  {
    when: 'when gctrace says less than was paused',
    outcome: 'refuted',
    evidence: { meters: withLines(2, ': 1.0+', ': 0.99+') },
    saying: 'pause within gctrace',
  },
  {
    when: 'when gctrace says more than the trace allows',
    outcome: 'refuted',
    evidence: { meters: withLines(2, ': 1.0+', ': 1.1+') },
    saying: 'gctrace within trace',
  },
  {
    when: 'when gctrace says less than the trace saw',
    outcome: 'refuted',
    evidence: { meters: withLines(2, '+0.82+', '+0.70+') },
    saying: 'trace within gctrace',
  },
  {
    when: 'when the pauses are in other buckets',
    outcome: 'refuted',
    evidence: { meters: withRecords(2, { pauses: [[0, 2]] }) },
    saying: 'pause in buckets',
  },
  {
    when: 'when the trace stops for less than was paused',
    outcome: 'refuted',
    evidence: {
      meters: withTrace(2, {
        stops: [sweepTermination, markTermination].flatMap((stop) =>
          stop ? { ...stop, durationNs: 9000 } : [],
        ),
      }),
    },
    saying: 'pause within trace',
  },
  {
    when: 'when the goals differ',
    outcome: 'refuted',
    evidence: { meters: withRecords(2, { nextGC: 24034403 }) },
    saying: 'heap goal',
  },
  {
    when: 'when one object is not counted',
    outcome: 'refuted',
    evidence: { meters: withRecords(1, { mallocs: 19978 }) },
    saying: 'exact in 120 of 121 readings',
  },
  {
    when: 'when the trace has a stop that runtime/metrics does not count',
    outcome: 'refuted',
    evidence: { meters: withTrace(1, { stops: [...traced.stops, ...traced.stops.slice(1)] }) },
    saying: 'counts 240 stops of the world and the trace 241',
  },
  {
    when: 'when a line of gctrace is torn',
    outcome: 'refuted',
    evidence: { meters: withLines(1, ' ms clock', ' ms cl') },
    saying: '119, 120, 120, 120',
  },
  {
    when: 'when the program hardly collects',
    outcome: 'inconclusive',
    evidence: { meters: { ...meters, records: meters.records.slice(0, 50) } },
    saying: '49 times',
  },
]);
