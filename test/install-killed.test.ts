/**
 * `goassay install` killed again and again, at every moment of its life: its place has the whole proven
 * tree or nothing, and the run after it ends well.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { goassay, MAIN, place } from './goassay.ts';
import { fileProxy, FILES } from './sample-release.ts';

const KILLS = 16;

test('install() killed at any moment leaves the whole tree or none, and is done by the next run', async () => {
  const proxy = place('install killed/proxy');
  const environment = fileProxy(proxy);
  const sdk = join(proxy, '../sdk');
  const directory = join(sdk, 'go1.99.1');
  const args = ['install', '1.99.1', '--os', 'linux', '--arch', 'amd64', '--dir', directory];
  const isWhole = (): boolean =>
    Object.entries(FILES).every(([name, text]) => {
      const file = join(directory, name.replace('_go.mod', 'go.mod'));
      return existsSync(file) && hash('sha256', readFileSync(file)) === hash('sha256', text);
    });
  const started = performance.now();
  assert.equal(goassay(args, { environment }).status, 0);
  const lifeMs = performance.now() - started;
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    rmSync(directory, { recursive: true, force: true });
    await killedAfter((lifeMs * (kill + 1)) / KILLS, args, environment);
    if (existsSync(directory)) assert.ok(isWhole(), readdirSync(directory).join(' '));
    else cut += 1;
    const { status, stderr } = goassay(args, { environment });
    assert.equal(status, 0, stderr);
    assert.ok(isWhole());
  }
  assert.ok(cut > 0, 'no run was killed before its tree was in place');
  assert.deepEqual(readdirSync(sdk), ['go1.99.1']);
});

function killedAfter(
  delayMs: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
