/**
 * The Go on PATH and the releases that GOTOOLCHAIN brings, for tests on the real machine.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { TestContext } from 'node:test';
import type { GoUnderTest } from '../src/evidence/toolchain/go-under-test.ts';
import { nodeHost, type NodeHost } from '../src/host/node.ts';
import type { Inquiry } from '../src/model/dossier.ts';
import type { Fact } from '../src/model/fact.ts';
import { goUnderTestProbe } from '../src/probes/toolchain/go-under-test.ts';
import { capability } from './capability.ts';

export const QUICK: Inquiry = { only: [], profile: 'quick', online: false };
export const hasGo = spawnSync('go', ['version']).status === 0;
export const GO = capability('go', hasGo);

/** GOROOTs of other releases, which the go command downloads through the user's module proxy. */
export const OTHERS = ['go1.21.13', 'go1.24.9', 'go1.27.4'].map((version) => ({
  version,
  goroot: gorootOf(version),
}));

export function gorootOf(version: string): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', 'GOROOT'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: version },
  });
  return status === 0 && stdout.includes(version) ? stdout.trim() : undefined;
}

export function say(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
}

export function machine(t: TestContext): NodeHost {
  const host = nodeHost();
  t.after(() => host.close());
  return host;
}

export function value<T>(fact: Fact<T>): T {
  assert.ok(fact.state === 'known', fact.state === 'known' ? '' : fact.reason.en);
  return fact.value;
}

export async function underTest(host: NodeHost, goPath?: string): Promise<GoUnderTest> {
  const inquiry = goPath === undefined ? QUICK : { ...QUICK, goPath };
  return value(await goUnderTestProbe.gather(host, {}, inquiry));
}
