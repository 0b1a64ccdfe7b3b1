/**
 * `goassay bench stat` against benchstat itself: its published outputs and the examples of its
 * manual, read from the module at test time, and its binary on random files.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { normalValue, seeded } from '../src/stats/random.ts';
import { capability } from './capability.ts';
import { goassay, place } from './goassay.ts';

const MODULE = 'golang.org/x/perf@v0.0.0-20260908200009-22c9c6c9d4da';

const download = spawnSync('go', ['mod', 'download', '-json', MODULE], {
  encoding: 'utf8',
  cwd: place('x-perf'),
});
const directory = download.status === 0 ? /"Dir": "([^"]+)"/.exec(download.stdout)?.[1] : undefined;
const testdata = join(directory ?? '', 'cmd/benchstat/testdata');
const bin = place('benchstat');
const installed =
  directory !== undefined &&
  spawnSync('go', ['install', MODULE.replace('@', '/cmd/benchstat@')], {
    env: { ...process.env, GOBIN: bin, GOFLAGS: '' },
  }).status === 0;
const NEEDS = capability('benchstat, through the Go module proxy', installed);

/** As main_test.go calls it. */
const PUBLISHED: readonly (readonly [name: string, ...args: string[]])[] = [
  ['csvOldNew', '-format', 'csv', 'old.txt', 'new.txt'],
  ['csvErrors', '-format', 'csv', '-row', '.name', 'new.txt'],
  ['crcOldNew', 'crc-old.txt', 'crc-new.txt'],
  ['crcIgnore', '-ignore', 'note', 'crc-old.txt', 'crc-new.txt'],
  ['crcSizeVsPoly', '-filter', '/align:0', '-row', '/size', '-col', '/poly', 'crc-new.txt'],
  ...['units', 'zero', 'smallSample', 'issue19565', 'issue19634'].map(
    (name) => [name, '-col', 'note', `${name}.txt`] as const,
  ),
];

for (const [name, ...args] of PUBLISHED) {
  test(`bench stat ${args.join(' ')} prints what benchstat publishes, byte for byte`, NEEDS, () => {
    const { stdout, stderr, status } = goassay(['bench', 'stat', ...args], { directory: testdata });
    const expected = (end: string): string => {
      const path = join(testdata, `${name}.${end}`);
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    assert.equal(stdout, expected('stdout'));
    assert.equal(stderr, expected('stderr'));
    assert.equal(status, 0);
  });
}

test('bench stat prints every example of benchstat’s manual', NEEDS, () => {
  const manual = readFileSync(join(directory ?? '', 'cmd/benchstat/main.go'), 'utf8').replaceAll(
    /^\/\/ ?/gm,
    '',
  );
  const examples = [...manual.matchAll(/^\t\$ benchstat (.*)\n((?:\t.*\n|\n)+)/gm)];
  assert.ok(examples.length >= 8, `${examples.length} examples`);
  for (const [, words = '', output = ''] of examples) {
    const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const wanted = `${output.replaceAll(/^\t/gm, '').trimEnd()}\n`;
    assert.equal(goassay(['bench', 'stat', ...args], { directory: testdata }).stdout, wanted, words);
  }
});

/** A file of random benchmarks: sizes, ties, units, configuration, names; and now and then a broken line. */
function randomFile(seed: string): string {
  const random = seeded(seed);
  const places = random.below(3) * 2;
  const units = ['ns/op', 'B/op', 'MB/s', 'widgets', 'ns/GC', 'p50-ns/req'];
  const lines = ['goos: linux', `pkg: p${random.below(2)}`];
  for (const name of ['Encode/format=json-8', 'Encode/format=gob-8', 'Copy/size=4k', 'X-16']) {
    const level = 10 ** (random.next() * 8 - 2);
    const count = 1 + random.below(40);
    const unit = units[random.below(units.length)] ?? 'ns/op';
    for (let run = 0; run < count; run += 1) {
      const value = level * (1 + 0.05 * normalValue(random));
      lines.push(
        `Benchmark${name} ${100 + run} ${value.toFixed(places)} ${unit} ${random.below(3)} allocs/op`,
      );
    }
    if (random.below(3) === 0)
      lines.push(`Benchmark${name} 100 x ns/op`, 'note: later', 'Unit widgets assume=exact');
  }
  return `${lines.join('\n')}\n`;
}

const QUESTIONS = [
  [],
  ['-format', 'csv'],
  ['-col', '/format', '-ignore', '.file'],
  ['-row', '.name', '-col', '.file', '-filter', '.unit:(ns/op OR B/op) -.name:X'],
  ['-table', 'goos', '-row', 'pkg .fullname@alpha'],
  ['-alpha', '0.5', '-confidence', '0.8'],
  ['-filter', '.name:/^(En|C)/', '-col', '.file,/size@num'],
];

test('bench stat and benchstat print the same for random files, but where its p is wrong', NEEDS, () => {
  let [same, wrong] = [0, 0];
  for (let round = 0; round < 14; round += 1) {
    const where = place(`random ${round}`);
    for (const name of ['old', 'new', 'third'])
      writeFileSync(join(where, name), randomFile(`${name} ${round}`));
    const args = [
      ...(QUESTIONS[round % QUESTIONS.length] ?? []),
      'old',
      'L=new',
      ...(round % 3 === 0 ? ['third'] : []),
    ];
    const theirs = spawnSync(join(bin, 'benchstat'), args, { cwd: where, encoding: 'utf8' });
    const ours = goassay(['bench', 'stat', ...args], { directory: where });
    const isOurs = /benchstat doubles one tail/.test(ours.stdout + ours.stderr);
    if (isOurs) wrong += 1;
    else {
      same += 1;
      assert.equal(steady(ours.stdout), steady(theirs.stdout), `round ${round}: ${args.join(' ')}`);
      assert.equal(ours.stderr, theirs.stderr, `round ${round}: ${args.join(' ')}`);
    }
  }
  assert.ok(same >= 5 && wrong >= 1, `${same} the same, ${wrong} where p differs`);
});

/** Go’s exp and V8’s differ in the last bit, so geometric means in CSV are compared to twelve digits. */
function steady(text: string): string {
  return text.replaceAll(/^geomean,.*$/gm, (line) =>
    line.replaceAll(/(?<=,)\d[\d.e+-]*(?=,|$)/g, (number) => Number(number).toPrecision(12)),
  );
}

test('where benchstat’s p exceeds 1, ours counts every arrangement and says so', NEEDS, () => {
  const where = place('tied');
  const file = (values: readonly number[]): string =>
    values.map((value) => `BenchmarkX 1 ${value} widgets\n`).join('');
  // 9 and 5 values, found by search: the distribution of the rank sum is far from symmetric.
  writeFileSync(join(where, 'a'), file([1, 1, 1, 1, 1, 1, 1, 1, 2]));
  writeFileSync(join(where, 'b'), file([1, 1, 1, 1, 2]));
  const theirs = spawnSync(join(bin, 'benchstat'), ['a', 'b'], { cwd: where, encoding: 'utf8' }).stdout;
  const ours = goassay(['bench', 'stat', 'a', 'b'], { directory: where }).stdout;
  const p = (text: string): number => Number(/p=([\d.]+)/.exec(text)?.[1]);
  assert.ok(p(theirs) > 1, theirs);
  assert.equal(p(ours), 1);
  assert.ok(ours.includes(`benchstat doubles one tail and prints p=${p(theirs).toFixed(3)}`), ours);
});
