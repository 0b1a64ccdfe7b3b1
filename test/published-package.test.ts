/**
 * What npm publishes, run by the Node of the system, which may be older than the one that this
 * checkout brings: JavaScript in a folder of its own, with the packages it depends on beside it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { capability } from './capability.ts';

/** The Node of the system, not the one that runs this test. */
const PATH = (process.env['PATH'] ?? '')
  .split(':')
  .filter((directory) => !directory.includes('node_modules'))
  .join(':');

function systemNode(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node', args, { encoding: 'utf8', env: { ...process.env, PATH, GOASSAY_LANG: 'en' } });
}

const found = systemNode('--version').status === 0;

test('the published package runs on the Node of the system', capability('node on PATH', found), (t) => {
  const place = mkdtempSync(join(tmpdir(), 'goassay-published-'));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const built = spawnSync(
    process.execPath,
    [
      resolve('node_modules/typescript/bin/tsc'),
      '-p',
      'tsconfig.build.json',
      '--outDir',
      join(place, 'dist'),
      '--tsBuildInfoFile',
      join(place, 'tsbuildinfo'),
    ],
    { encoding: 'utf8' },
  );
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const { files, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  copyFileSync('package.json', join(place, 'package.json'));
  for (const name of files) if (name !== 'dist') cpSync(name, join(place, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'));

  const main = join(place, bin.goassay);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.equal(systemNode(main, '--version').stdout, `${version}\n`);
  const doctor = systemNode(main, 'doctor', '--json');
  assert.equal(doctor.status, 0, doctor.stderr);
  assert.ok(JSON.parse(doctor.stdout).findings.length > 5);
});
