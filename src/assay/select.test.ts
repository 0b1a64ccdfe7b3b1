import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import { chapterOf, nearestName, select, UnknownNameError } from './select.ts';

const catalogue = { claims: CLAIMS, ledger: LEDGER };

test('select() takes everything when nothing is named', () => {
  const { claims, rows } = select([], catalogue);
  assert.equal(claims.length, CLAIMS.length);
  assert.equal(rows.size, 269);
});

test('select() understands chapters, sections, claims and statements', () => {
  // A claim that answers statements of two chapters belongs to both.
  assert.ok(
    select(['2'], catalogue).claims.every(({ answers }) => answers.some((id) => id.startsWith('W2.'))),
  );
  assert.ok(select(['2'], catalogue).claims.some((claim) => chapterOf(claim) === '2'));
  assert.equal(select(['2.2'], catalogue).rows.size, 14);
  assert.deepEqual(
    select(['w2.20'], catalogue).claims.map(({ id }) => id),
    ['host-cpu-cores-metric'],
  );
  assert.deepEqual([...select(['host-cpu-cores-metric'], catalogue).rows], ['W2.20']);
  assert.ok(select(['0'], catalogue).claims.every(({ answers }) => answers.length === 0));
});

test('select() keeps the order of the catalogue, whatever the order of the names', () => {
  const ids = select(['W2.22', 'W2.20'], catalogue).claims.map(({ id }) => id);
  assert.deepEqual(ids, ['host-cpu-cores-metric', 'gc-pause-metric']);
});

test('select() selects statements that no claim answers yet', () => {
  assert.deepEqual([...select(['W5.01'], catalogue).rows], ['W5.01']);
});

for (const [named, nearest] of [
  ['host-cpu-core-metric', 'host-cpu-cores-metric'],
  ['W2.2O', 'W2.20'],
  ['gctrace-line', 'gctrace-lines'],
] as const) {
  test(`select() knows nothing of “${named}” and suggests “${nearest}”`, () => {
    assert.throws(
      () => select([named], catalogue),
      (error) =>
        error instanceof UnknownNameError &&
        error.message.includes(`did you mean`) &&
        error.nearest !== undefined,
    );
    assert.ok(nearestName(named, [nearest, 'zzz']) === nearest);
  });
}

test('nearestName() suggests nothing for a name that is near nothing', () => {
  assert.equal(nearestName('completely-different', ['gctrace-lines', '2.2']), undefined);
  assert.equal(nearestName('x'.repeat(100_000), ['gctrace-lines']), undefined);
});

test('claim ids, statements answered and names are each used once', () => {
  const ids = CLAIMS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const known = new Set(LEDGER.map(({ id }) => id));
  for (const { answers, id } of CLAIMS)
    for (const row of answers) assert.ok(known.has(row), `${id} answers ${row}`);
});
