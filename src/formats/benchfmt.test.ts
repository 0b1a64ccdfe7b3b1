import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betterDirection, isBinaryUnit, tidyUnit } from './benchmark-unit.ts';
import { readBenchmarks, type UnitMetadata } from './benchfmt.ts';

const read = (text: string, units?: UnitMetadata) => [...readBenchmarks(text, 'f', units)];

test('readBenchmarks() reads results with the configuration that holds where they stand', () => {
  const [one, two] = read(
    'goos: linux\npkg: a/b\r\nBenchmarkX/size=4k-8 \t 100\t 12.5 ns/op  3 B/op\ngoos:\ngoarch: \tarm64\nBenchmarkY 1 2 MB/s\n',
  );
  assert.ok(one?.type === 'result' && two?.type === 'result');
  assert.deepEqual(
    [one.name, one.iterations, one.line, [...one.config]],
    [
      'X/size=4k-8',
      100,
      3,
      [
        ['goos', 'linux'],
        ['pkg', 'a/b'],
      ],
    ],
  );
  assert.deepEqual(one.values, [
    { value: 12.5 * 1e-9, unit: 'sec/op', written: { value: 12.5, unit: 'ns/op' } },
    { value: 3, unit: 'B/op' },
  ]);
  assert.deepEqual(
    [...two.config],
    [
      ['pkg', 'a/b'],
      ['goarch', 'arm64'],
    ],
  );
  assert.equal(two.values[0]?.value, 2e6);
});

/** The messages and places are those of golang.org/x/perf/benchfmt. */
for (const [line, message] of [
  ['BenchmarkX ', 'missing iteration count'],
  ['BenchmarkX x 1 ns/op', 'parsing iteration count: invalid syntax'],
  ['BenchmarkX 99999999999999999999 1 ns/op', 'parsing iteration count: value out of range'],
  ['BenchmarkX 1', 'missing measurements'],
  ['BenchmarkX 1 1', 'missing units'],
  ['BenchmarkX 1 y ns/op', 'parsing measurement: invalid syntax'],
  ['BenchmarkX 1 1e999 ns/op', 'parsing measurement: value out of range'],
  ['BenchmarkX 1 1 ns/op 2', 'missing units'],
  ['Unit', 'missing unit'],
  ['Unit a b', 'expected key=value'],
] as const) {
  test(`readBenchmarks() says of ${JSON.stringify(line)}: ${message}`, () => {
    assert.deepEqual(
      read(`\n${line}\nBenchmarkZ 1 1 ns/op\n`).map((record) =>
        record.type === 'error' ? [record.line, record.message] : record.name,
      ),
      [[2, message], 'Z'],
    );
  });
}

test('readBenchmarks() takes what Go takes for a number, and ignores lines of other programs', () => {
  const values = read(
    'BenchmarkX 1 0x1p-2 a +Inf b nan c .5e1 d\nPASS\nok  \tx\t1s\nBenchmarkX\nKey: no\nUnitary x\n',
  ).flatMap((record) => (record.type === 'result' ? record.values.map(({ value }) => value) : []));
  assert.deepEqual(values, [0.25, Infinity, NaN, 5]);
});

test('units hold for all files, and a contradiction is an error', () => {
  const units: UnitMetadata = new Map();
  assert.deepEqual(read('Unit ns/op better=lower assume=exact\n', units), []);
  assert.deepEqual(read('Unit sec/op better=lower\n', units), []);
  assert.match(
    JSON.stringify(read('Unit ns/op better=higher\n', units)),
    /metadata better of unit ns\/op already set to lower/,
  );
  assert.equal(units.get('sec/op')?.get('assume'), 'exact');
});

test('units are tidied in their numerator, and bytes count in 1024s', () => {
  assert.deepEqual(
    ['ns/op', 'MB/s', 'p50-ns/req', 'op/ns', 'ns*MB/ns', 'allocs/op'].map((unit) => tidyUnit(unit).unit),
    ['sec/op', 'B/s', 'p50-sec/req', 'op/ns', 'sec*B/ns', 'allocs/op'],
  );
  assert.deepEqual(['B/op', 'disk-B/sec', 'sec/B*B'].map(isBinaryUnit), [true, true, true]);
  assert.deepEqual(['ns/op', 'sec/disk-B'].map(isBinaryUnit), [false, false]);
  assert.deepEqual(
    [
      betterDirection('sec/op', undefined),
      betterDirection('B/s', undefined),
      betterDirection('x', 'higher'),
      betterDirection('x', undefined),
    ],
    [-1, 1, 1, 0],
  );
});
