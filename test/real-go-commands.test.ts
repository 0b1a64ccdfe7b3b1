/**
 * The whitepaper's commands on the real machine, with the Go on PATH and with older and newer
 * ones: the verdicts must be those that the ledger's rows ask for.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { judge } from '../src/assay/judge.ts';
import { CLAIMS } from '../src/claims/index.ts';
import { goUnderTest } from '../src/evidence/toolchain/go-under-test.ts';
import type { NodeHost } from '../src/host/node.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { foreignExecutionProbe } from '../src/probes/machine/foreign-execution.ts';
import { systemProbe } from '../src/probes/machine/system.ts';
import { archCheckProbe } from '../src/probes/toolchain/arch-check.ts';
import { cacheContentsProbe } from '../src/probes/toolchain/cache-contents.ts';
import { cgoDefaultProbe } from '../src/probes/toolchain/cgo-default.ts';
import { exportedCgoEnabledProbe } from '../src/probes/toolchain/exported-cgo-enabled.ts';
import { gocacheDirectoryProbe } from '../src/probes/toolchain/gocache-directory.ts';
import { gocacheOffProbe } from '../src/probes/toolchain/gocache-off.ts';
import { goPortsProbe } from '../src/probes/toolchain/go-ports.ts';
import { goVersionLineProbe } from '../src/probes/toolchain/go-version-line.ts';
import { shellPathProbe } from '../src/probes/toolchain/shell-path.ts';
import { capability } from './capability.ts';
import { GO, hasGo, machine, OTHERS, QUICK, say, underTest, value } from './real-toolchain.ts';

test('go-ports is what go tool dist list -json prints', GO, async (t) => {
  const host = machine(t);
  const go = await underTest(host);
  const { lists } = value(await goPortsProbe.gather(host, { go, found: undefined }, QUICK));
  const names = lists[0]?.ports.map(({ goos, goarch }) => `${goos}/${goarch}`);
  assert.deepEqual(names, say('go', 'tool', 'dist', 'list').trim().split('\n'));
});

/** Judges every toolchain claim that needs nothing but `facts` of the Go under test. */
function verdictOf(id: string, facts: Dossier['facts']) {
  const claim = CLAIMS.find((one) => one.id === id);
  assert.ok(claim, id);
  const title = { en: 'test', zh: '测试' };
  const names = ['machine', 'toolchain'] as const;
  return judge(
    claim,
    names.map((name) => ({ subject: { name, kind: name, title }, facts })),
  );
}

for (const { version, goroot } of [{ version: 'the Go on PATH', goroot: undefined }, ...OTHERS]) {
  const available = version.startsWith('go') ? goroot !== undefined : hasGo;
  test(
    `the printed commands come out as the ledger asks with ${version}`,
    capability(version, available),
    async (t) => {
      const host = machine(t);
      const go = await underTest(host, goroot);
      const facts: Dossier['facts'] = { [goUnderTest.id]: { state: 'known', value: go, sources: [] } };
      for (const probe of [
        gocacheOffProbe,
        cacheContentsProbe,
        gocacheDirectoryProbe,
        cgoDefaultProbe,
        goVersionLineProbe,
      ])
        facts[probe.gathers.kind.id] = {
          ...(await probe.gather(host, { go }, QUICK)),
          sources: [],
        } as Dossier['facts'][string]; // a Fact, with its arrays readonly
      facts[archCheckProbe.gathers.kind.id] = {
        ...(await archCheckProbe.gather(host, { go, ...(await machineFacts(host)) }, QUICK)),
        sources: [],
      } as Dossier['facts'][string]; // as above
      const tried = await exportedCgoEnabledProbe.gather(host, { go, found: undefined }, QUICK);
      facts[exportedCgoEnabledProbe.gathers.kind.id] = { ...tried, sources: [] } as Dossier['facts'][string]; // as above

      const EXPECTED = {
        'compiling-arch-check': ['refuted', /undefined: runtime\.CgoEnabled/],
        'runtime-cgo-enabled': ['refuted', /undefined: runtime\.CgoEnabled/],
        'valid-gocache-off': ['refuted', /required as of Go 1\.12/],
        'gocache-as-module-cache': [
          'refuted',
          /GOCACHE received 2 compiled packages and 0 module sources, GOMODCACHE 0 and 1/,
        ],
        'separate-build-cache': ['confirmed', /and 0 to the default cache/],
        'go-version-architecture-suffix': ['confirmed', /stays the same/],
      } as const;
      for (const [id, [outcome, words]] of Object.entries(EXPECTED)) {
        const { outcome: came, because } = verdictOf(id, facts);
        assert.equal(came, outcome, `${id}: ${because.en}`);
        assert.match(because.en, words);
      }
    },
  );
}

async function machineFacts(host: NodeHost) {
  return {
    machine: value(await systemProbe.gather(host, {}, QUICK)),
    foreign: value(await foreignExecutionProbe.gather(host, {}, QUICK)),
    heard: undefined,
  };
}

const hasQemu =
  hasGo && process.platform === 'linux' && spawnSync('qemu-aarch64-static', ['--version']).status === 0;

test(
  'arch_check prints arm64 under a translator too',
  capability('qemu-aarch64-static and go', hasQemu),
  async (t) => {
    const host = machine(t);
    const { translated } = value(
      await archCheckProbe.gather(host, { go: await underTest(host), ...(await machineFacts(host)) }, QUICK),
    );
    assert.match(translated?.run?.stderr ?? '', /^GOOS: linux\nGOARCH: arm64\nCGO_ENABLED: false\n$/);
  },
);

const hasZsh = spawnSync('zsh', ['-c', 'true']).status === 0;

test('only an interactive zsh reads ~/.zshrc', capability('zsh', hasZsh), async (t) => {
  const { shells } = value(await shellPathProbe.gather(machine(t), {}, QUICK));
  const first = shells.map(({ run }) => run.stdout.match(/^PATH=([^:\n]*)/m)?.[1] === '/usr/local/go/bin');
  assert.deepEqual(first, [true, false, false]);
});

test('the cache experiments work below a directory with spaces and non-ASCII', GO, async (t) => {
  const before = process.env['TMPDIR'];
  const parent = mkdtempSync(join(tmpdir(), 'goassay 地鼠 %41 '));
  process.env['TMPDIR'] = parent;
  t.after(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(parent, { recursive: true, force: true });
  });
  const host = machine(t);
  const go = await underTest(host);
  const caches = value(await cacheContentsProbe.gather(host, { go }, QUICK));
  assert.ok(caches.goCache.directory.startsWith(parent));
  assert.equal(caches.build.exit, 0, caches.build.stderr);
  assert.equal(caches.goModCache.moduleSources, 1);
  const { printed } = value(await gocacheDirectoryProbe.gather(host, { go }, QUICK));
  assert.ok(printed.run.exit === 0 && printed.inNamed > 0 && printed.inDefault === 0, printed.run.stderr);
});
