import { claimTable } from '../../../test/claim-table.ts';
import { sampleTimings } from '../../../test/sample-timings.ts';
import { mutexTailSpread } from './mutex-tail-spread.ts';

const TAIL = 'MutexContended p99-sec';

/** Thirty p99 around 60 ns, `spread` of that up and down. */
function tails(goarch: string, spread: number) {
  const sample = sampleTimings(goarch, TAIL, 60);
  const runs = sample.observations.runs.map((run, index) => ({
    ...run,
    reported: { [TAIL]: 60e-9 * Math.exp(spread * Math.sin(2.4 * index)) },
  }));
  return { ...sample, observations: { ...sample.observations, runs } };
}

claimTable(mutexTailSpread, [
  {
    when: 'when arm64 is spread further',
    outcome: 'confirmed',
    evidence: { here: tails('amd64', 0.02), elsewhere: tails('arm64', 0.1) },
    saying: '5 times as far',
  },
  {
    when: 'when arm64 is spread less',
    outcome: 'refuted',
    evidence: { here: tails('arm64', 0.02), elsewhere: tails('amd64', 0.1) },
  },
  {
    when: 'when they are spread alike',
    outcome: 'inconclusive',
    evidence: { here: tails('arm64', 0.1), elsewhere: tails('amd64', 0.1) },
  },
  {
    when: 'with one report only',
    outcome: 'inconclusive',
    evidence: { here: tails('arm64', 0.1), elsewhere: undefined },
    saying: 'one report says nothing',
  },
]);
