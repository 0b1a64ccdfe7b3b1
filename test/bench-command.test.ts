/**
 * `goassay bench compare` on this machine, with commands that behave as commands do: they fail in the
 * middle, hang, leave children, print for ever, want a terminal, and are interrupted.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { observationsSchema, type Observations } from '../src/evidence/observations.ts';
import { caseFileSchema } from '../src/model/dossier.ts';
import { goassay, MAIN, NEEDS_GO, place } from './goassay.ts';

function observed(directory: string): Observations {
  const file = caseFileSchema.parse(
    JSON.parse(readFileSync(join(directory, 'goassay-bench/dossier.json'), 'utf8')),
  );
  const fact = file.dossiers.find(({ subject }) => subject.kind === 'machine')?.facts['command-comparison'];
  assert.ok(fact?.state === 'known', JSON.stringify(fact));
  return observationsSchema.parse(fact.value);
}

function script(directory: string, name: string, text: string): string {
  writeFileSync(join(directory, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return `./${name}`;
}

function compareIn(
  directory: string,
  options: readonly string[],
  ...commands: readonly (readonly string[])[]
) {
  const rest = commands.flatMap((command) => ['--', ...command]);
  return goassay(['bench', 'compare', '-q', ...options, ...rest], { directory });
}

test(
  'bench compare tells a slower command from a faster one, and the dossier is judged again to the same words',
  NEEDS_GO,
  () => {
    const directory = place('compare');
    const [slow, fast] = [
      ['sleep', '0.12'],
      ['sleep', '0.02'],
    ];
    const first = compareIn(directory, ['--rounds', '8', '--gate', 'larger'], fast, slow);
    assert.equal(first.status, 1, first.stderr);
    assert.match(
      first.stdout.replaceAll(/\s+/g, ' '),
      /sleep 0\.12 takes more than sleep 0\.02: \d\.\d+ \[\d/,
    );
    assert.equal(compareIn(directory, ['--rounds', '8', '--gate', 'larger'], slow, fast).status, 0);
    const told = (format: string) =>
      goassay(['judge', 'goassay-bench/dossier.json', '-o', format], { directory }).stdout;
    assert.match(told('markdown=-'), /takes less than/);
    assert.equal(readFileSync(join(directory, 'goassay-bench/report.json'), 'utf8'), told('json=-'));
    const { runs } = observed(directory);
    assert.equal(runs.filter(({ round }) => round >= 0).length, 16);
    assert.ok(readFileSync(join(directory, 'goassay-bench/report.html'), 'utf8').includes('<svg'));
  },
);

test('bench compare stops when it knows, and deals the same order from the same seed', NEEDS_GO, () => {
  const directory = place('known');
  const orders = ['one', 'one', 'another'].map((seed) => {
    const { status, stderr } = compareIn(directory, ['--seed', seed], ['sleep', '0.01'], ['sleep', '0.09']);
    assert.equal(status, 0, stderr);
    const { runs, ended, design } = observed(directory);
    assert.equal(ended, 'known');
    assert.ok(runs.length < 2 * design.rounds);
    return runs
      .slice(0, 14)
      .map(({ arm }) => arm)
      .join('');
  });
  assert.equal(orders[0], orders[1]);
  assert.notEqual(orders[0], orders[2]);
});

test(
  'a command that fails in the middle: the other rounds are valid, and it is said which run failed and why',
  NEEDS_GO,
  () => {
    const directory = place('fails');
    const flaky = script(
      directory,
      'flaky',
      'echo x >>count\n[ $(wc -l <count) = 5 ] && { echo no luck >&2; exit 7; }\nsleep 0.02',
    );
    const { status, stdout } = compareIn(
      directory,
      ['--rounds', '7', '-o', 'markdown=-'],
      ['sleep', '0.02'],
      [flaky],
    );
    assert.equal(status, 0);
    assert.match(stdout, /run 4 of \.\/flaky: exit status 7 \(no luck\).*6 rounds are valid/);
    assert.equal(observed(directory).runs.length, 16);
  },
);

for (const [name, options, text, words] of [
  ['hangs', ['--time-limit', '0.2'], 'sleep 30', 'did not end within its time limit'],
  ['prints for ever', ['--output-limit', '100000'], 'yes', 'printed more than its limit'],
  ['wants a terminal', [], 'tty || { echo not a terminal >&2; exit 1; }', 'not a terminal'],
  ['is killed', [], 'kill -SEGV $$', 'ended by segmentation fault'],
] as const) {
  test(`a command that ${name} ends the experiment, which says so and exits 3`, NEEDS_GO, () => {
    const directory = place(name);
    const { status, stdout } = compareIn(directory, options, ['true'], [script(directory, 'bad', text)]);
    assert.equal(status, 3);
    assert.ok(stdout.replaceAll(/\s+/g, ' ').includes(words), stdout);
    assert.equal(observed(directory).ended, 'an arm failed');
  });
}

test('a command that leaves children behind: they are ended and counted', NEEDS_GO, () => {
  const directory = place('children');
  const parent = script(directory, 'parent', 'sleep 4711 &\nsetsid sleep 4712 &\nsleep 0.05');
  compareIn(directory, ['--rounds', '2'], ['true'], [parent]);
  const { runs } = observed(directory);
  assert.deepEqual(runs.find(({ arm }) => arm === 1)?.leftBehind, ['sleep', 'sleep']);
  assert.equal(spawnSync('pgrep', ['-f', 'sleep 471[12]']).status, 1, 'something is still running');
});

test('an interrupt half-way keeps the samples, leaves nothing running, and exits 130', NEEDS_GO, async () => {
  const directory = place('interrupted');
  const slow = script(directory, 'slow', 'sleep 0.3; exec sleep 0.0471');
  const child = spawn(
    process.execPath,
    [MAIN, 'bench', 'compare', '--rounds', '200', '--', slow, '--', slow, 'x'],
    { cwd: directory, env: { ...process.env, GOASSAY_LANG: 'en' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exit = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  let [said, isStopped] = ['', false];
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (!isStopped && /round [2-9]/.test(said)) isStopped = child.kill('SIGINT'); // a second one would end it at once
  });
  assert.equal(await exit, 130, said);
  const { ended, runs } = observed(directory);
  assert.equal(ended, 'interrupted');
  assert.ok(runs.length >= 4, `${runs.length} runs`);
  await new Promise((resolve) => setTimeout(resolve, 500)); // the meter notices within 50 ms
  assert.equal(spawnSync('pgrep', ['-f', `^/bin/sh ./slow`]).status, 1, 'something is still running');
});

test('what cannot be asked is said before anything runs', () => {
  const directory = place('usage');
  for (const [args, words] of [
    [['--', 'true'], '1 commands after "--" where two are needed'],
    [[], '0 commands after "--"'],
    [['--', 'true', '--', '--', 'false'], 'is empty'],
    [['--measure', 'tea', '--', 'a', '--', 'b'], 'Unknown measure "tea"'],
    [['--margin', 'much', '--', 'a', '--', 'b'], 'It is no share'],
    [['--gate', 'nice', '--', 'a', '--', 'b'], 'larger'],
  ] as const) {
    const { status, stderr } = goassay(['bench', 'compare', ...args], { directory });
    assert.equal(status, 2, stderr);
    assert.ok(stderr.includes(words), stderr);
  }
});

test('without a Go the meter cannot be built, and the report says so', () => {
  const directory = place('no go');
  const { status, stdout } = goassay(
    ['bench', 'compare', '--go', '/nonexistent/go', '--', 'true', '--', 'true'],
    { directory },
  );
  assert.equal(status, 3);
  assert.match(stdout, /\/nonexistent\/go/);
});

test('bench stat says what is wrong with a file and with a question, and gates on regressions', () => {
  const directory = place('stat');
  const file = (name: string, ns: number, count = 8): void =>
    writeFileSync(
      join(directory, name),
      Array.from({ length: count }, (_, run) => `BenchmarkX-8 100 ${ns + run} ns/op\n`).join('') +
        'BenchmarkY 1 z ns/op\n',
    );
  file('old', 1000);
  file('new', 1200);
  file('one', 1200, 1);
  const stat = (...args: string[]) => goassay(['bench', 'stat', ...args], { directory });
  assert.match(stat('old', 'new').stderr, /^old:9: parsing measurement: invalid syntax\nnew:9:/);
  assert.equal(stat('-gate', '2%', 'old', 'new').status, 1);
  assert.match(stat('-gate', '2%', 'old', 'new').stderr, /gate: X-8 sec\/op is 19\.9 % worse in new/);
  assert.equal(stat('-gate', '30%', 'old', 'new').status, 0);
  assert.equal(stat('-gate', '2%', 'new', 'old').status, 0);
  assert.equal(stat('-gate', '2%', 'old', 'one').status, 3);
  assert.equal(stat('-gate', '2%', 'old').status, 3);
  assert.match(stat('nonesuch').stderr, /Cannot read nonesuch: ENOENT/);
  assert.match(stat('-filter', 'a:', 'old').stderr, /Cannot read "a:": a value is expected at character 3/);
  assert.equal(stat('-filter', 'a:', 'old').status, 2);
  const document = JSON.parse(stat('-json', 'old', 'new').stdout) as { comparisons: { outcome: string }[] };
  assert.equal(document.comparisons[0]?.outcome, 'worse');
  assert.match(stat('-format', 'markdown', 'old', 'new').stdout, /\| X-8 \| 1\.004µ ± 0% \(n = 8\) \|/);
  const page = stat('-format', 'html', '-lang', 'zh', 'old', 'new').stdout;
  assert.ok(page.includes('<html lang="zh-CN">') && page.includes('<svg'));
});

test('bench run shows how the interval narrows, round by round', NEEDS_GO, () => {
  const directory = place('narrowing');
  const { stderr } = goassay(['bench', 'run', 'noise-floor'], { directory });
  const lines = [...stderr.matchAll(/round (\d+)\/20 {2}\S+ \[\S+, \S+\]/g)].map(([, round]) =>
    Number(round),
  );
  assert.equal(lines.at(-1), 20, stderr);
  assert.ok(lines.length >= 2, stderr);
});
