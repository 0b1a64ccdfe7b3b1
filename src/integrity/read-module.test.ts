/**
 * A module whose zip is known by its digest: what is on disk is read all the same, and what is not
 * right is named as if the zip had been inflated. Hashes come from the go command's own go.sum.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NEEDS_GO } from '../../test/goassay.ts';
import { restore } from '../../test/pristine-project.ts';
import { readModule } from './read-module.ts';

test('readModule() with a known zip says what it says without, and names what differs', NEEDS_GO, () => {
  const { cache, directory: project } = restore();
  const sums = readFileSync(join(project, 'go.sum'), 'utf8');
  const sum = /^one\.test\/Alpha v1\.2\.3 (h1:.+)$/m.exec(sums)?.[1] ?? '';
  const directory = join(cache, 'one.test/!alpha@v1.2.3');
  const zip = join(cache, 'cache/download/one.test/!alpha/@v/v1.2.3.zip');
  const knownZip = { digest: hash('sha256', readFileSync(zip)), hash: sum };
  const task = { module: 'one.test/Alpha@v1.2.3', directory, zip, withZip: true };
  const whole = readModule(task);
  assert.deepEqual([whole.directoryHash, whole.zipHash, whole.differences], [sum, sum, []]);
  assert.deepEqual(readModule({ ...task, knownZip }), whole);

  writeFileSync(join(directory, 'alpha.go'), 'package evil\n');
  const edited = readModule({ ...task, knownZip });
  assert.deepEqual([edited.zipHash, edited.differences], [sum, [{ name: 'alpha.go', what: 'changed' }]]);

  // Another module's zip in its place: the bytes are not the known ones, so it is looked into.
  renameSync(join(cache, 'cache/download/two.test/beta/v2/@v/v2.0.1.zip'), zip);
  const replaced = readModule({ ...task, knownZip });
  assert.equal(replaced.zipHash, undefined);
  assert.match(replaced.zipFaults[0]?.what ?? '', /does not lie below one\.test\/Alpha@v1\.2\.3/);
});
