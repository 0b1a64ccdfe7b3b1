/**
 * vendor/ that was in order and is asked about again: it is not read as long as nothing changed, and
 * every change is found all the same.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import { NEEDS_GO } from './goassay.ts';
import { hostFor, restore } from './pristine-project.ts';

test('verifyVendor() reads nothing again of what did not change, and finds what did', NEEDS_GO, async (t) => {
  const at = restore();
  const host = hostFor(at, t);
  const verify = async () => {
    const project = await readProject(host, 'go', at.directory, false);
    const verified = await verifyVendor(host, project, undefined, 'nothing');
    return { ...verified, bad: verified?.findings.map(({ grade, file }) => `${grade} ${file}`) };
  };
  const vendored = readdirSync(join(at.directory, 'vendor'), { recursive: true, withFileTypes: true });
  const files = vendored.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  for (const file of files) utimesSync(file, 1_700_000_000, 1_700_000_000);
  await setTimeout(2100);
  const first = await verify();
  assert.deepEqual([first.asBefore, first.bad], [false, []]);
  const again = await verify();
  assert.deepEqual([again.asBefore, again.bad, again.files], [true, [], first.files]);

  for (const file of files.filter((name) => !name.endsWith('modules.txt'))) {
    const pristine = readFileSync(file);
    const altered = Uint8Array.from(pristine, (byte, index) => (index === 0 ? byte ^ 1 : byte));
    writeFileSync(file, altered);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    assert.equal(statSync(file).size, pristine.length);
    assert.ok((await verify()).bad?.includes(`altered ${file}`), file);
    writeFileSync(file, pristine);
  }
  await setTimeout(2100);
  assert.equal((await verify()).asBefore, false);
  assert.equal((await verify()).asBefore, true);

  // Another hash vouched for is another question, though vendor/ is the same.
  const sum = join(at.directory, 'go.sum');
  writeFileSync(sum, readFileSync(sum, 'utf8').replace(/(Alpha v1\.2\.3 h1:)./, '$1Z'));
  const doubted = await verify();
  assert.equal(doubted.asBefore, false);
  assert.ok(doubted.bad?.some((one) => one.startsWith('unproven') && one.includes('one.test/Alpha')));
});
