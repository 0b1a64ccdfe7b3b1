import { claimTable } from '../../../test/claim-table.ts';
import { levelsFromPilot } from './levels-from-pilot.ts';

/** Values that differ by build, by process and by iteration, each by so much of their size. */
function nested(builds: number, [b, p, i]: readonly [number, number, number]): number[][][] {
  const wave = (index: number): number => Math.sin(2.4 * index);
  return Array.from({ length: builds }, (_, build) =>
    Array.from({ length: 6 }, (__, process) =>
      Array.from(
        { length: 6 },
        (___, iteration) =>
          9e-6 *
          (1 +
            b * wave(build) +
            p * wave(7 * build + process) +
            i * wave(49 * build + 7 * process + iteration)),
      ),
    ),
  );
}

const levels = (noise: readonly [number, number, number], builds = 10) => ({
  measure: 'JSON sec/op',
  cost: { build: 300, process: 4, iteration: 3.5 },
  pilot: nested(4, noise),
  chosen: { builds, processes: 6, iterations: 6 },
  measured: nested(builds, noise),
});

claimTable(levelsFromPilot, [
  {
    when: 'when only iterations vary',
    outcome: 'confirmed',
    evidence: { levels: levels([0, 0, 0.05]) },
    saying: '0 % lies between builds',
  },
  {
    when: 'when builds differ by far more',
    outcome: 'refuted',
    evidence: { levels: levels([0.2, 0.001, 0.001]) },
    saying: '100 % lies between builds',
  },
  { when: 'with too few builds', outcome: 'inconclusive', evidence: { levels: levels([0, 0, 0.05], 3) } },
]);
