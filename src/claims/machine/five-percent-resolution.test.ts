import { claimTable } from '../../../test/claim-table.ts';
import { sampleObservations } from '../../../test/sample-observations.ts';
import { normalValue, seeded } from '../../stats/random.ts';
import { fivePercentResolution } from './five-percent-resolution.ts';

const random = seeded('noise');
const times = (noise: number, count = 20): number[] =>
  Array.from({ length: count }, () => 40 * Math.exp(noise * normalValue(random)));

claimTable(fivePercentResolution, [
  {
    when: 'with 1 % of noise',
    outcome: 'confirmed',
    evidence: { observations: sampleObservations(times(0.01), times(0.01)) },
    saying: /20 rounds find a difference of \d\.\d %/,
  },
  {
    when: 'with 20 % of noise',
    outcome: 'refuted',
    evidence: { observations: sampleObservations(times(0.2), times(0.2)) },
  },
  {
    when: 'when half of the rounds were throttled',
    outcome: 'inconclusive',
    evidence: {
      observations: sampleObservations(times(0.01), times(0.01), (run) =>
        run.round < 12 ? { ...run, conditions: { clockJumpMs: 0, throttles: 1 } } : run,
      ),
    },
    saying: 'Only 8 rounds',
  },
]);
