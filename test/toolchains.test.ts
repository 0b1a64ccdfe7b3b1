/**
 * The paper judged by other Gos than the one on PATH: 1.21, 1.24 and 1.27, each fetched by the Go
 * here through its own settings. What must differ between them is taken from Go's release notes.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Outcome } from '../src/model/outcome.ts';
import type { Report } from '../src/model/report.ts';
import { capability } from './capability.ts';
import { goassay, root } from './goassay.ts';

/** GOROOT of a release, downloaded if need be; undefined where it is not to be had. */
function rootOf(version: string): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', 'GOROOT'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: version },
    timeout: 120_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Of all three: the names of metrics, the spelling of settings and the one toolchain for all targets. */
const ALWAYS: Readonly<Record<string, Outcome>> = {
  'host-cpu-cores-metric': 'refuted',
  'gc-pause-metric': 'refuted',
  'live-object-gauge': 'refuted',
  'metrics-snapshot': 'confirmed',
  'allocation-counter': 'confirmed',
  'gctrace-lines': 'confirmed',
  'json-metrics-stream': 'confirmed',
  'cross-built-metrics-program': 'confirmed',
  'bound-system-symbols': 'confirmed',
  'goarch-product': 'confirmed',
  'separate-tool-paths': 'refuted',
  'goarch-setting-spelling': 'refuted',
  'lying-metadata': 'confirmed',
  'rt0-entry-point': 'refuted',
};

/** go1.22: "-s -w" on darwin; go1.24: LC_UUID by default; go1.22: the trace layout that goassay reads. */
const RELEASES: readonly (readonly [version: string, expected: Readonly<Record<string, Outcome>>])[] = [
  [
    'go1.21.13',
    {
      'stripped-hello': 'refuted',
      'macos-14-start': 'inconclusive',
      'readable-execution-trace': 'inconclusive',
    },
  ],
  [
    'go1.24.9',
    { 'stripped-hello': 'confirmed', 'macos-14-start': 'confirmed', 'readable-execution-trace': 'confirmed' },
  ],
  [
    'go1.27.4',
    { 'stripped-hello': 'confirmed', 'macos-14-start': 'confirmed', 'readable-execution-trace': 'confirmed' },
  ],
];

for (const [version, expected] of RELEASES) {
  const goroot = rootOf(version);
  test(
    `the paper comes out for ${version} as its release notes say`,
    capability(version, goroot !== undefined),
    () => {
      const out = join(root, version);
      const { status, stdout, stderr } = goassay(
        [
          'run',
          '--go',
          join(goroot ?? '', 'bin/go'),
          '--only',
          Object.keys({ ...ALWAYS, ...expected }).join(','),
          '--profile',
          'full',
          '--out',
          out,
          '--json',
          '-q',
        ],
        { environment: { GOFLAGS: '' } },
      );
      assert.equal(status, 0, stderr);
      const { findings } = JSON.parse(stdout) as Report; // what --json promises
      for (const [id, outcome] of Object.entries({ ...ALWAYS, ...expected })) {
        const found = findings.find((finding) => finding.id === id);
        assert.equal(found?.verdict.outcome, outcome, `${id}: ${found?.verdict.because.en}`);
      }
    },
  );
}
