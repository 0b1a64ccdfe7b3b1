import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readBenchmarks } from '../../formats/benchfmt.ts';
import { documentOf, figuresOf, regressions } from './document.ts';
import { commonScale, fixed, scaled, shortest } from './go-number.ts';
import type { Labelled } from './projection.ts';
import { parseFilter, parseProjection, QueryError } from './query.ts';
import { tablesOf, type Question } from './tables.ts';
import { asCsv, asText } from './text.ts';

const QUESTION: Question = {
  table: '.config',
  row: '.fullname',
  col: '.file',
  ignore: '',
  filter: '*',
  alpha: 0.05,
  confidence: 0.95,
};

function tables(files: Readonly<Record<string, string>>, question: Partial<Question> = {}) {
  const units = new Map<string, Map<string, string>>();
  const results = Object.entries(files).flatMap(([label, text]) =>
    [...readBenchmarks(text, label, units)].flatMap((record): Labelled[] =>
      record.type === 'result' ? [{ ...record, label }] : [],
    ),
  );
  return tablesOf(results, units, { ...QUESTION, ...question });
}

/** Printed by Go 1.26: fmt.Sprintf("%.*f", places, value), and fmt.Sprint(value). */
for (const [value, places, printed, plain] of [
  [0.125, 2, '0.12', '0.125'],
  [2.5, 0, '2', '2.5'],
  [3.5, 0, '4', '3.5'],
  [-0.375, 2, '-0.38', '-0.375'],
  [1e21, 1, '1000000000000000000000.0', '1e+21'],
  [0.00001, 3, '0.000', '1e-05'],
  [1234567, 0, '1234567', '1.234567e+06'],
  [999999, 1, '999999.0', '999999'],
  [Infinity, 2, '+Inf', '+Inf'],
  [NaN, 2, 'NaN', 'NaN'],
] as const) {
  test(`Go prints ${value} as ${printed} and ${plain}`, () => {
    assert.equal(fixed(value, places), printed);
    assert.equal(shortest(value), plain);
  });
}

/** From benchunit’s own table. */
for (const [value, unit, printed] of [
  [0, 'sec/op', '0.000'],
  [9999500000000000, 'sec/op', '9999.5T'],
  [999.95, 'sec/op', '1.000k'],
  [0.00000000099995, 'sec/op', '1.000n'],
  [0.0000000000099995, 'x', '0.01000n'],
  [99.995 * 1024, 'B/op', '100.0Ki'],
  [0.99995 * 2 ** 40, 'B/op', '1.000Ti'],
  [0.00099995, 'B/op', '0.001000'],
] as const) {
  test(`${value} ${unit} is told as ${printed}`, () => {
    assert.equal(scaled(commonScale([value], unit), value), printed);
  });
}

/** The errors of benchproc’s own tests, with the character counted from 1. */
for (const [query, words] of [
  ['a', 'key:value is expected at character 1'],
  ['', 'key:value or a subexpression is expected at character 1'],
  ['(a:b', '")" is missing at character 5'],
  ['(a:b))', '")" is not expected at character 6'],
  ['a:/b', 'the closing "/" is missing at character 3'],
  ['a:/b/c', 'must follow the closing "/" at character 6'],
  ['a:(b c)', 'values are to be parted by OR at character 6'],
  ['a:()', 'a value is expected at character 4'],
  ['a "b', 'the closing quote is missing at character 3'],
] as const) {
  test(`the filter ${JSON.stringify(query)} is refused with its place`, () => {
    assert.throws(
      () => parseFilter(query),
      (error) => error instanceof QueryError && error.message.includes(words),
    );
  });
}

test('parseProjection() reads orders and lists, and refuses what is none', () => {
  assert.deepEqual(
    parseProjection('a, b@num c@(1 2)').map(({ key, order }) => [key, order]),
    [
      ['a', 'first'],
      ['b', 'num'],
      ['c', ['1', '2']],
    ],
  );
  for (const query of ['a,,b', 'a@', 'a@()', 'a@(', 'a@size'])
    assert.throws(() => parseProjection(query), QueryError);
});

test('any question of any file gives tables or a QueryError, in text and in CSV', () => {
  const word = fc.constantFrom(
    '.name',
    '.fullname',
    '.file',
    '.config',
    '.unit',
    '/size',
    'pkg',
    'a:b',
    '*',
    '-',
    '(',
    ')',
    '@num',
    '@(x y)',
    ',',
    'OR',
    '/x/',
    '"q"',
    '',
  );
  const query = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  const line = fc.constantFrom(
    'pkg: a',
    'pkg: b',
    'BenchmarkX/size=1-8 1 2 ns/op',
    'BenchmarkX/size=2 1 0 ns/op 3 B/op',
    'BenchmarkY 1 -5 MB/s',
    'BenchmarkY 1 nan z',
    'Unit z assume=exact',
  );
  fc.assert(
    fc.property(
      query,
      query,
      query,
      query,
      fc.array(line, { maxLength: 12 }),
      (table, row, col, filter, lines) => {
        try {
          const all = tables(
            { old: lines.join('\n'), new: lines.toReversed().join('\n') },
            { table, row, col, filter },
          );
          asText(all);
          asCsv(all);
          figuresOf(documentOf(all, [], { alpha: 0.05, confidence: 0.95, adjustment: 'bh' }));
        } catch (error) {
          assert.ok(error instanceof QueryError, String(error));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a regression is shown, the worse way, beyond the gate, and at the adjusted level', () => {
  const file = (...levels: number[]): string =>
    levels
      .flatMap((level, name) =>
        Array.from({ length: 8 }, (_, run) => `BenchmarkB${name} 1 ${level + run} ns/op ${level + run} MB/s`),
      )
      .join('\n');
  const all = tables({ old: file(1000, 1000), new: file(1100, 900) });
  const document = documentOf(all, [], { alpha: 0.05, confidence: 0.95, adjustment: 'holm' });
  const names = (share: number): string[] =>
    regressions(document, share).map(({ row, unit }) => `${row} ${unit}`);
  assert.deepEqual(names(0.02), ['B0 sec/op', 'B1 B/s']);
  assert.deepEqual(names(0.2), []);
  const [first] = document.comparisons;
  assert.ok(first && first.adjustedP > first.p && Math.abs((first.ratio.estimate ?? 0) - 1.0998) < 1e-3);
});
