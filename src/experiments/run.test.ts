import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../host/fake.ts';
import { HostError, type Command, type Host } from '../host/host.ts';
import { runExperiment } from './run.ts';

const counters = { monotonicNs: 0, clockNs: 0 };

const WELL = {
  ended: 'exit',
  exit: 0,
  userNs: 1e6,
  systemNs: 1e6,
  peakBytes: 1,
  floorBytes: 1,
  majorFaults: 0,
  involuntarySwitches: 0,
  lastCpu: 0,
  stdoutBytes: 0,
  stdoutSha256: '',
  stdout: '',
  stderr: '',
  leftBehind: [],
};

/** A machine with a meter that tells what `ending` says of each run; the first arm takes 10 ms, the second 20. */
function machine(ending: (count: number, argv: readonly string[]) => object): Host {
  const plans = new Map<string, string>();
  let count = 0;
  const fake = fakeHost({
    commands: { 'go version': { stdout: 'go version go1.26.8 linux/amd64\n' } },
    files: {},
    answer: ({ argv }: Command) => {
      if (argv[1] === '-version') return { stdout: argv[0].split('/').at(-2) ?? '' };
      if (argv[1] !== '-plan') return { exit: 0 };
      const { runs } = JSON.parse(plans.get(argv[2] ?? '') ?? '') as { runs: { argv: string[] }[] };
      const lines = runs.map((run) => {
        count += 1;
        const wallNs = run.argv[0] === 'a' ? 1e7 : 2e7;
        const after = { monotonicNs: wallNs, clockNs: wallNs };
        return JSON.stringify({ ...WELL, wallNs, before: counters, after, ...ending(count, run.argv) });
      });
      return { stdout: lines.join('\n') };
    },
  });
  return {
    ...fake,
    status: () => Promise.resolve({ type: 'file', sizeBytes: 1, executable: true }),
    writeScratch: (path, content) => {
      if (typeof content === 'string') plans.set(path, content);
      return Promise.resolve();
    },
  };
}

const arms = [
  { name: 'a', argv: ['a'] },
  {
    name: 'b',
    argv: [
      ['b', 'one'],
      ['b', 'two'],
    ],
  },
] as const;
const experiment = { go: 'go', arms, measure: 'wall', rounds: 12, stopping: 'fixed', seed: 's' } as const;

test('runExperiment() runs every arm once in every round, in an order and with variants that chance deals', async () => {
  const { runs, ended } = await runExperiment(
    machine(() => ({})),
    { ...experiment, warmups: 2 },
  );
  assert.equal(ended, 'all rounds');
  const judged = runs.filter(({ round }) => round >= 0);
  assert.equal(runs.length - judged.length, 4);
  for (let round = 0; round < 12; round += 1) {
    const own = judged.filter((run) => run.round === round);
    assert.deepEqual(new Set(own.map(({ arm }) => arm)), new Set([0, 1]));
    assert.deepEqual(
      own.map(({ place }) => place),
      [0, 1],
    );
  }
  assert.equal(new Set(judged.filter(({ place }) => place === 0).map(({ arm }) => arm)).size, 2);
  assert.equal(new Set(judged.filter(({ arm }) => arm === 1).map(({ variant }) => variant)).size, 2);
});

test('runExperiment() stops when it knows, when an arm keeps failing, when the time is up, and when interrupted', async () => {
  const known = await runExperiment(
    machine(() => ({})),
    { ...experiment, stopping: 'when-known', rounds: 100 },
  );
  assert.equal(known.ended, 'known');
  assert.ok(known.runs.length < 60);
  const failing = machine((_, argv) => (argv[0] === 'b' ? { exit: 1, stderr: 'no' } : {}));
  assert.equal((await runExperiment(failing, experiment)).ended, 'an arm failed');
  assert.equal(
    (
      await runExperiment(
        machine(() => ({})),
        { ...experiment, timeBudgetMs: 0 },
      )
    ).ended,
    'time is up',
  );
  const broken = machine((count) => {
    if (count > 2) throw new HostError('interrupted', 'Cannot run: the run was interrupted');
    return {};
  });
  const interrupted = await runExperiment(broken, experiment);
  assert.equal(interrupted.ended, 'interrupted');
  assert.equal(interrupted.runs.length, 2, 'what was complete is kept');
});

test('runExperiment() records what a specimen reports, and what the machine did meanwhile', async () => {
  const host = machine(() => ({
    stdout: 'BenchmarkJSON 10 8881 ns/op 1152 B/op\nBenchmarkJSON 10 8883 ns/op 1152 B/op\n',
    before: {
      ...counters,
      totalTicks: 100,
      idleTicks: 50,
      ownTicks: 5,
      stealTicks: 0,
      cpuPressureUs: 1000,
      bootNs: 0,
    },
    after: {
      monotonicNs: 1e9,
      clockNs: 4e9,
      totalTicks: 300,
      idleTicks: 150,
      ownTicks: 15,
      stealTicks: 2,
      cpuPressureUs: 9000,
      bootNs: 2e9,
    },
  }));
  const { runs } = await runExperiment(host, { ...experiment, measure: 'JSON sec/op', rounds: 1 });
  const [run] = runs;
  assert.ok(Math.abs((run?.reported?.['JSON sec/op'] ?? 0) - 8882e-9) < 1e-15);
  assert.equal(run?.reported?.['JSON B/op'], 1152);
  assert.deepEqual(run?.conditions, {
    cpuPressureMs: 8,
    stealMs: 20,
    othersMs: 880,
    clockJumpMs: 3000,
    sleptMs: 1000,
  });
});
