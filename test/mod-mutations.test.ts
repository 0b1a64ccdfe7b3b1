/**
 * Ten thousand random single changes of module cache, go.sum’s companions and vendor/: each is found
 * with the file named, or is of bytes that say nothing of any content.
 *
 * @module
 */

import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  globSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readProject } from '../src/integrity/build-list.ts';
import type { Finding } from '../src/integrity/finding.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import { verifyModules } from '../src/integrity/verify-modules.ts';
import { NEEDS_GO } from './goassay.ts';
import { chance } from './mutations.ts';
import { hostFor, restore } from './pristine-project.ts';

test(
  'ten thousand random single changes are found, each with its file',
  { ...NEEDS_GO, timeout: 240_000 },
  async (t) => {
    const at = restore();
    const host = hostFor(at, t);
    const known = await readProject(host, 'go', at.directory);
    const question = { host, settings: known.settings, database: undefined, online: false };
    const verify = async (kind: string): Promise<Finding[]> =>
      kind === 'vendor'
        ? ((await verifyVendor(host, known, undefined, 'all'))?.findings ?? []).filter(
            ({ grade }) => grade === 'altered',
          )
        : (await verifyModules(question, known, { compiledOnly: false, reread: true })).findings.filter(
            ({ grade }) => grade === 'altered',
          );
    const places = {
      module: globSync('*.test/**', { cwd: at.cache, withFileTypes: true }),
      download: globSync('cache/download/**/@v/*.{zip,ziphash,mod}', { cwd: at.cache, withFileTypes: true }),
      vendor: globSync('vendor/**', { cwd: at.directory, withFileTypes: true }),
    };
    const pick = chance(20_261_128);
    let harmless = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const kind = (['module', 'download', 'vendor'] as const)[round % 3] ?? 'module';
      const files = places[kind].filter((entry) => entry.isFile());
      const entry = files[pick(files.length)];
      assert.ok(entry);
      const path = join(entry.parentPath, entry.name);
      const before = readFileSync(path);
      const mode = lstatSync(path).mode;
      const change =
        kind === 'download'
          ? 'byte'
          : (['byte', 'append', 'remove', 'add', 'rename', 'executable', 'link', 'empty'][pick(8)] ?? 'link');
      if ((kind === 'vendor' && change === 'executable') || (change === 'empty' && before.length === 0))
        continue;
      let also: string | undefined;
      const changed = Buffer.from(before);
      const where = pick(Math.max(before.length, 1));
      switch (change) {
        case 'byte':
          if (before.length === 0) continue;
          changed[where] = (changed[where] ?? 0) ^ (1 + pick(255));
          writeFileSync(path, changed);
          break;
        case 'append':
          appendFileSync(path, 'x');
          break;
        case 'empty':
          writeFileSync(path, '');
          break;
        case 'remove':
          rmSync(path);
          break;
        case 'add':
          also = `${path}${pick(1000)}`;
          writeFileSync(also, 'x');
          break;
        case 'rename':
          also = `${path}${pick(1000)}`;
          renameSync(path, also);
          break;
        case 'executable':
          chmodSync(path, mode | 0o111);
          break;
        default:
          rmSync(path);
          symlinkSync('/etc/hostname', path);
      }
      const found = await verify(kind);
      const named = found.some(
        ({ file }) =>
          file === path || file === also || file.startsWith(`${path}:`) || file.startsWith(`${path}!`),
      );
      if (found.length === 0 && kind === 'download' && path.endsWith('.zip') && isUncovered(before, where))
        harmless += 1;
      else if (
        found.length === 0 &&
        /\.(mod|ziphash)$/.test(path) &&
        String(changed).trim() === String(before).trim()
      )
        harmless += 1;
      else if (!(kind === 'vendor' && path.endsWith('modules.txt') && isSameToGo(before, changed)))
        assert.ok(named, `${kind} ${String(change)} at ${where} of ${path}: ${JSON.stringify(found)}`);
      rmSync(path, { force: true });
      if (also !== undefined) rmSync(also, { force: true });
      writeFileSync(path, before);
      chmodSync(path, mode);
    }
    t.diagnostic(`${harmless} changes were of bytes of a zip that say nothing of its contents`);
    assert.deepEqual(await verify('module'), []);
    assert.deepEqual(await verify('vendor'), []);
  },
);

/** Bytes that no reader takes contents from: times, versions, attributes and what the local header repeats. */
function isUncovered(zip: Buffer, at: number): boolean {
  const free: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    'PK\x03\x04': [
      [4, 8],
      [10, 26],
    ],
    'PK\x01\x02': [
      [4, 10],
      [12, 16],
      [34, 42],
    ],
    'PK\x05\x06': [[8, 10]],
  };
  return Object.entries(free).some(([mark, fields]) => {
    for (
      let start = zip.indexOf(mark, 0, 'latin1');
      start >= 0 && start <= at;
      start = zip.indexOf(mark, start + 4, 'latin1')
    )
      if (fields.some(([low, high]) => at >= start + low && at < start + high)) return true;
    return false;
  });
}

/** Words of modules.txt that change into others of no meaning: an unknown annotation is reserved, not wrong. */
function isSameToGo(before: Buffer, after: Buffer): boolean {
  const meaning = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !line.startsWith('## '))
      .join('\n');
  return meaning(String(before)) === meaning(String(after));
}
