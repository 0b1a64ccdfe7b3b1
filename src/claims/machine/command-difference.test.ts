import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { claimTable } from '../../../test/claim-table.ts';
import { sampleObservations } from '../../../test/sample-observations.ts';
import { commandDifference } from './command-difference.ts';

const beside = { system: undefined, topology: undefined };
const steady = Array.from({ length: 12 }, (_, round) => 100 + (round % 3));

claimTable(commandDifference, [
  {
    when: 'when the second takes half as long again, under any drift',
    outcome: 'confirmed',
    evidence: {
      observations: sampleObservations(
        steady,
        steady.map((ms, round) => ms * 1.5 * (1 + round / 100)),
      ),
      ...beside,
    },
    saying: /B takes more than A: 1\.\d+ \[1\./,
  },
  {
    when: 'when it takes less',
    outcome: 'confirmed',
    evidence: {
      observations: sampleObservations(
        steady,
        steady.map((ms) => ms * 0.8),
      ),
      ...beside,
    },
    saying: 'B takes less than A',
  },
  {
    when: 'when the interval lies within the margin',
    outcome: 'refuted',
    evidence: {
      observations: sampleObservations(
        steady,
        steady.map((ms, round) => ms * (1 + (round % 2 ? 1e-3 : -1e-3))),
      ),
      ...beside,
    },
    saying: 'differ by less than 1.0 %',
  },
  {
    when: 'when three rounds could show nothing',
    outcome: 'inconclusive',
    evidence: { observations: sampleObservations([1, 1, 1], [2, 2, 2]), ...beside },
    saying: 'not known',
  },
  {
    when: 'when a command never ran',
    outcome: 'inconclusive',
    evidence: {
      observations: sampleObservations([1, 1, 1], [1, 1, 1], (run) =>
        run.arm === 1 ? { ...run, ended: 'not started', exit: -1, error: 'no such file or directory' } : run,
      ),
      ...beside,
    },
    saying: 'B never ran well: could not be started (no such file or directory)',
  },
]);

const warningsOf = (observations: ReturnType<typeof sampleObservations>): string =>
  commandDifference
    .judge({ observations, ...beside })
    .warnings.map(({ en }) => en)
    .join('\n');

test('command-difference says which run failed, how, and how many rounds are still valid', () => {
  const observations = sampleObservations(steady, steady, (run) =>
    run.arm === 1 && run.round === 4 ? { ...run, exit: 2, stderr: 'a\nout of luck\n' } : run,
  );
  assert.match(
    warningsOf(observations),
    /1 run does not count: failed, the first of them run 5 of B: exit status 2 \(out of luck\)\. 11 rounds are valid/,
  );
});

for (const [name, conditions, words] of [
  ['slept', { sleptMs: 4000 }, 'the machine slept'],
  ['had its clock set', { clockJumpMs: -3_600_000 }, 'the clock jumped'],
  ['was slowed down for its heat', { throttles: 1 }, 'slowed down for its heat'],
  ['swapped', { swapPages: 9999 }, 'the machine swapped'],
  ['was held back by its quota', { quotaMs: 50 }, 'a CPU quota held it back'],
  ['was busy', { cpuPressureMs: 80 }, 'The machine was busy'],
  ['was robbed by the hypervisor', { stealMs: 30 }, 'The hypervisor took'],
] as const) {
  test(`command-difference says that the machine ${name}`, () => {
    const observations = sampleObservations(steady, steady, (run) => ({
      ...run,
      conditions: { clockJumpMs: 0, ...conditions },
    }));
    assert.ok(warningsOf(observations).includes(words), warningsOf(observations));
    assert.ok(!warningsOf(sampleObservations(steady, steady)).includes(words));
  });
}

test('command-difference asks for CPU time where a quota held back every run, and counts those runs then', () => {
  const heldBack = sampleObservations(steady, steady, (run) => ({
    ...run,
    conditions: { clockJumpMs: 0, quotaMs: 50 },
  }));
  const verdict = commandDifference.judge({ observations: heldBack, ...beside });
  assert.match(verdict.remedy?.en ?? '', /--measure cpu/);
  const observations = { ...heldBack, design: { ...heldBack.design, measure: 'cpu' } };
  assert.doesNotMatch(commandDifference.judge({ observations, ...beside }).because.en, /No round/);
});

test('command-difference judges any observations, and its figures hold numbers only', () => {
  const ms = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 0, maxLength: 12 });
  fc.assert(
    fc.property(ms, ms, fc.constantFrom('fixed', 'when-known'), (first, second, stopping) => {
      const observations = sampleObservations(first, second);
      const verdict = commandDifference.judge({
        observations: { ...observations, design: { ...observations.design, stopping } },
        ...beside,
      });
      const text = JSON.stringify(verdict.figures);
      assert.ok(!text.includes('null'), text);
    }),
    { numRuns: 60 },
  );
});
