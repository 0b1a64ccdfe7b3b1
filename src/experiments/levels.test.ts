import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../host/fake.ts';
import { normalValue, seeded } from '../stats/random.ts';
import { runLevels } from './levels.ts';

/** A machine on which builds, processes and iterations differ by what the test says, in per cent. */
function machine(noise: { readonly build: number; readonly process: number; readonly iteration: number }) {
  const random = seeded(JSON.stringify(noise));
  const builds = new Map<string, number>();
  let plan = '';
  let clock = 0;
  const counters = { monotonicNs: 0, clockNs: 0 };
  const host = fakeHost({
    answer: ({ argv }) => {
      if (argv.includes('-version')) return { stdout: argv[0]?.split('/').at(-2) ?? '' };
      if (!argv.includes('-plan')) return { stdout: 'go version go1.26.8 linux/amd64' };
      const { runs } = JSON.parse(plan) as { runs: { argv: string[] }[] };
      const lines = runs.map(({ argv: [path = '', iterations] }) => {
        const build = builds.get(path) ?? noise.build * normalValue(random);
        builds.set(path, build);
        const process = noise.process * normalValue(random);
        const reports = Array.from(
          { length: Number(iterations) },
          () => 1000 * (1 + (build + process + noise.iteration * normalValue(random)) / 100),
        );
        const spent = 5 + reports.length; // milliseconds: a start, and a thousand operations of a microsecond each
        return JSON.stringify({
          ended: 'exit',
          exit: 0,
          wallNs: spent * 1e6,
          userNs: 0,
          systemNs: 0,
          peakBytes: 0,
          floorBytes: 0,
          majorFaults: 0,
          involuntarySwitches: 0,
          lastCpu: 0,
          stdoutBytes: 0,
          stdoutSha256: '',
          stdout: reports.map((ns) => `BenchmarkX 1000 ${ns} ns/op`).join('\n'),
          stderr: '',
          leftBehind: [],
          before: counters,
          after: counters,
        });
      });
      return { stdout: lines.join('\n') };
    },
  });
  return {
    ...host,
    elapsed: () => clock,
    writeScratch: (path: string, content: unknown) => {
      if (path.endsWith('plan.json')) plan = String(content);
      return Promise.resolve();
    },
    status: () => Promise.resolve({ type: 'file', sizeBytes: 1, executable: true } as const),
    spend: (ms: number) => {
      clock += ms;
    },
  };
}

async function levelsOn(noise: Parameters<typeof machine>[0]) {
  const host = machine(noise);
  return runLevels(host, {
    go: 'go',
    build: (seed) => {
      host.spend(200);
      return Promise.resolve(`/tmp/build-${seed}`);
    },
    args: (iterations) => [String(iterations)],
    measure: 'X sec/op',
    environment: {},
    budgetMs: 20_000,
  });
}

// What is best by the formula of Kalibera & Jones (2013), section 5: √(cost above · variance below / (cost below · variance above)).
test('runLevels() repeats iterations where iterations vary', async () => {
  const { chosen, cost } = await levelsOn({ build: 1, process: 1, iteration: 10 });
  assert.ok(Math.abs(cost.build - 200) < 1 && Math.abs(cost.process - 5) < 0.5, JSON.stringify(cost));
  assert.ok(chosen.iterations >= 8, JSON.stringify(chosen)); // √(5/1 · 100/1) = 22
});

test('runLevels() repeats processes where processes vary', async () => {
  const { chosen, measured } = await levelsOn({ build: 0.5, process: 5, iteration: 0.5 });
  assert.ok(chosen.processes >= 20, JSON.stringify(chosen)); // √(200/6 · 25/0.25) = 58, and at most 40
  assert.equal(chosen.iterations, 1);
  assert.deepEqual(
    [measured.length, measured[0]?.length, measured[0]?.[0]?.length],
    [chosen.builds, chosen.processes, chosen.iterations],
  );
});

test('runLevels() makes many builds where builds vary', async () => {
  const { chosen } = await levelsOn({ build: 10, process: 0.1, iteration: 0.1 });
  assert.equal(chosen.builds, 24);
  assert.ok(chosen.processes <= 2, JSON.stringify(chosen));
});
