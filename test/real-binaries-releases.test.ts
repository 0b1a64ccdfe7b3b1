/**
 * Binaries of other Go releases: what goassay reads, against what the go command on PATH says.
 * Releases before 1.18 write build information as pointers, in the byte order of the target.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { has, identityOf, tell, titleOf, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { gorootOf } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const MODERN = [
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
] as const;
/** 32 and 64 bits, both byte orders, both containers. */
const POINTERS = [...MODERN, ['linux', '386'], ['linux', 's390x'], ['darwin', 'amd64']] as const;

const RELEASES = [
  { toolchain: 'go1.16.15', targets: MODERN },
  { toolchain: 'go1.17.13', targets: POINTERS },
  { toolchain: 'go1.21.13', targets: MODERN },
  { toolchain: 'go1.27.4', targets: MODERN },
] as const;

for (const { toolchain, targets } of RELEASES) {
  const goroot = gorootOf(toolchain);
  for (const [goos, goarch] of targets) {
    for (const stripped of [false, true]) {
      const build = { program: 'hello', goos, goarch, stripped, toolchain };
      test(
        `${titleOf(build)}: build information is that of go version -m`,
        capability(toolchain, goroot !== undefined),
        async () => {
          const path = made.build({ ...build, go: join(goroot ?? '', 'bin/go') });
          const { buildInfo, slices } = await identityOf(path);
          const [first = '', ...lines] = tell('go', 'version', '-m', path).trim().split('\n');
          const fields = lines.map((line) => line.trim().split('\t'));
          assert.equal(first, `${path}: ${toolchain}`);
          assert.equal(buildInfo?.goVersion, toolchain);
          assert.equal(buildInfo.path, fields.find(([word]) => word === 'path')?.[1] ?? '');
          assert.deepEqual(
            buildInfo.settings.map(([key, value]) => `${key}=${value.includes(' ') ? `"${value}"` : value}`),
            fields.filter(([word]) => word === 'build').map(([, setting]) => setting),
          );
          assert.equal(slices[0]?.architecture, goarch);
          assert.deepEqual(slices[0].macho?.signature?.badPages ?? [], []);
        },
      );
    }
  }

  const needed = capability(`${toolchain} and llvm-objdump`, goroot !== undefined && has('llvm-objdump'));
  test(`${toolchain} darwin/arm64: libraries of imports are those of llvm-objdump`, needed, async () => {
    const build = { program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: false, toolchain };
    const path = made.build({ ...build, go: join(goroot ?? '', 'bin/go') });
    const [slice] = (await identityOf(path)).slices;
    const table = tell('llvm-objdump', '--macho', '--bind', path).matchAll(
      /^__\S+ +__\S+ +0x[0-9A-F]+ +\S+ +-?\d+ (\S+) +(\S+)$/gm,
    );
    const expected = new Map([...table].map(([, dylib = '', name]) => [name, dylib]));
    assert.ok(expected.size > 20);
    for (const { name, library } of slice?.symbols?.imports ?? [])
      assert.ok(library?.includes(`/${expected.get(name)}.`), name);
    assert.equal(slice?.symbols?.imports.length, expected.size);
  });

  for (const goarch of ['arm64', 'amd64']) {
    // Before Go 1.18 by LC_VERSION_MIN_MACOSX, 10.9 for amd64 and nothing for arm64.
    test(`${toolchain} darwin/${goarch}: the system asked for is that of llvm-objdump`, needed, async () => {
      const build = { program: 'hello', goos: 'darwin', goarch, stripped: false, toolchain };
      const path = made.build({ ...build, go: join(goroot ?? '', 'bin/go') });
      const [slice] = (await identityOf(path)).slices;
      const text = tell('llvm-objdump', '--macho', '--private-headers', path);
      const told = (name: string): string | undefined => {
        const version = new RegExp(`^ +(?:${name}) (\\d\\S*)$`, 'm').exec(text)?.[1];
        return version && `${version}.0.0`.split('.').slice(0, 3).join('.');
      };
      assert.deepEqual([slice?.macho?.minimumOs, slice?.macho?.sdk], [told('minos|version'), told('sdk')]);
    });
  }
}
