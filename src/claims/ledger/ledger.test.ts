import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { rowSchema } from '../../model/report.ts';
import { CHAPTERS } from './chapters.ts';
import { LEDGER } from './index.ts';

test('the ledger has 269 rows of the shape its type promises, in document order', () => {
  const shape = rowSchema
    .omit({ standing: true, answeredBy: true })
    .extend({ row: z.string(), decide: z.object({ en: z.string() }), where: z.array(z.string()) });
  z.array(shape).length(269).parse(LEDGER);
  const ids = LEDGER.map(({ id }) => id);
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, 269);
});

test('every row belongs to a chapter', () => {
  for (const { id } of LEDGER)
    assert.ok(
      CHAPTERS.some((chapter) => id.startsWith(`W${chapter.id}.`)),
      id,
    );
});
