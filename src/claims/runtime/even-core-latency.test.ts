import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { evenCoreLatency } from './even-core-latency.ts';

/** Nanoseconds within {0, 1} and {2, 3}, and between them. */
function latency(within: number, between: number, { cpus = [0, 1, 2, 3], runs = 20 } = {}) {
  const reported = around(1, runs).map((factor) =>
    Object.fromEntries(
      cpus.flatMap((one, index) =>
        cpus.slice(index + 1).map((other) => {
          const ns = one >> 1 === other >> 1 ? within : between;
          return [`Pair/${one}_${other} sec/op`, factor * ns * 1e-9];
        }),
      ),
    ),
  );
  return { cpus, online: cpus.length, observations: sampleArms([{ name: 'native', reported }]) };
}

// The sizes are made up: some tens of nanoseconds, as processors of today take.
claimTable(evenCoreLatency, [
  {
    when: 'when all pairs take about as long',
    outcome: 'confirmed',
    evidence: { latency: latency(36, 40) },
    saying: 'the extremes of 6 pairs',
  },
  {
    when: 'when pairs across clusters take three times as long',
    outcome: 'refuted',
    evidence: { latency: latency(50, 150) },
    saying: '3 times as long',
  },
  {
    when: 'when few runs count',
    outcome: 'inconclusive',
    evidence: { latency: latency(50, 150, { runs: 5 }) },
  },
  {
    when: 'with two processors',
    outcome: 'not-applicable',
    evidence: { latency: latency(77, 77, { cpus: [0, 1] }) },
    saying: '0–1: 77',
  },
]);
