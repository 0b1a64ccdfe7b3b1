/**
 * The published schemas, held by a validator that is not ours against what a run really writes.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { goassay, NEEDS_GO, root } from './goassay.ts';

function validator(document: 'dossier' | 'report') {
  const schema: unknown = JSON.parse(readFileSync(`schema/${document}.schema.json`, 'utf8'));
  assert.ok(typeof schema === 'object' && schema !== null);
  return new Ajv2020({ strict: false, allErrors: true }).compile(schema);
}

test(
  'dossier.json and report.json of a run are valid by the published schemas, every fact by its kind',
  NEEDS_GO,
  () => {
    const out = join(root, 'for the schema');
    assert.equal(goassay(['run', '--only', '0,1,2.2', '--out', out, '-q']).status, 0);
    for (const document of ['dossier', 'report'] as const) {
      const validate = validator(document);
      const json: unknown = JSON.parse(readFileSync(join(out, `${document}.json`), 'utf8'));
      assert.ok(validate(json), JSON.stringify(validate.errors?.slice(0, 3)));
      assert.ok(!validate({}) && !validate({ schemaVersion: 2 }), 'the schema accepts anything');
    }
    const { $defs } = JSON.parse(readFileSync('schema/dossier.schema.json', 'utf8'));
    const { dossiers } = JSON.parse(readFileSync(join(out, 'dossier.json'), 'utf8'));
    let checked = 0;
    for (const { facts } of dossiers) {
      for (const [id, fact] of Object.entries<{ state: string; value?: unknown }>(facts)) {
        if (fact.state !== 'known') continue;
        assert.ok($defs[id], `${id} has no published schema`);
        const validate = new Ajv2020({ strict: false }).compile($defs[id]);
        assert.ok(validate(fact.value), `${id}: ${JSON.stringify(validate.errors?.[0])}`);
        checked += 1;
      }
    }
    assert.ok(checked > 20, `${checked} facts`);
  },
);
