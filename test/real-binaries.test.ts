/**
 * What goassay reads from a binary, held against what readelf, go version, llvm-objdump, file and
 * sha256sum say of the same file.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, test } from 'node:test';
import type { BinaryIdentity } from '../src/evidence/binary/binary-identity.ts';
import { BUILDS, has, identityOf, tell, TARGETS, titleOf, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { hasGo } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const needing = (...tools: string[]) => {
  const missing = tools.filter((tool) => !has(tool));
  return capability(['go', ...missing].join(' and '), hasGo && missing.length === 0);
};

const builds = (goos: string) => BUILDS.filter((build) => build.goos === goos);

function single(identity: BinaryIdentity) {
  const [slice, ...others] = identity.slices;
  assert.ok(slice && others.length === 0);
  return slice;
}

for (const build of builds('linux')) {
  test(`${titleOf(build)}: header and sections are those of readelf`, needing('readelf'), async () => {
    const path = made.build(build);
    const { elf, sections, architecture } = single(await identityOf(path));
    const text = tell('readelf', '-hSW', path);
    const field = (name: string): string => new RegExp(`^ *${name}: *(.*)$`, 'm').exec(text)?.[1] ?? '';
    assert.equal(`ELF${elf?.class}`, field('Class'));
    assert.ok(field('Data').includes(`${elf?.endian} endian`));
    assert.equal(elf?.entry, Number(field('Entry point address')));
    assert.equal(architecture, build.goarch);
    const machines = { AArch64: 183, 'Advanced Micro Devices X86-64': 62, 'Intel 80386': 3, 'IBM S/390': 22 };
    assert.equal(elf.machine, new Map(Object.entries(machines)).get(field('Machine')));
    const table = [...text.matchAll(/^ *\[ *\d+\] (\S+) +[A-Z]\w+ +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+) /gm)];
    assert.ok(table.length > 10);
    assert.deepEqual(
      sections,
      table.map(([, name, size = '']) => ({ name, sizeBytes: Number.parseInt(size, 16) })),
    );
  });

  test(`${titleOf(build)}: symbols are those of readelf`, needing('readelf'), async () => {
    const path = made.build(build);
    const { symbols } = single(await identityOf(path));
    const lines = tell('readelf', '-sW', path).matchAll(
      /^ *\d+: ([0-9a-f]+) +\S+ +\w+ +\w+ +\w+ +(\w+) (.+)$/gm,
    );
    const table = [...lines].map(([, value = '', index = '', name = '']) => ({
      address: Number.parseInt(value, 16),
      isUndefined: index === 'UND',
      name,
    }));
    if (build.stripped) {
      assert.deepEqual([symbols, table], [undefined, []]);
      return;
    }
    assert.equal(symbols?.count, table.length);
    assert.deepEqual(
      symbols.imports.map(({ name }) => name),
      table.filter(({ isUndefined }) => isUndefined).map(({ name }) => name),
    );
    const entry = `_rt0_${build.goarch}_linux`;
    assert.deepEqual(
      symbols.entryPoints
        .filter(({ name }) => name === entry)
        .map(({ name, address }) => ({ name, address })),
      table.filter(({ name }) => name === entry).map(({ name, address }) => ({ name, address })),
    );
    assert.ok(symbols.goCount > 1000 && symbols.goCount <= symbols.count);
  });
}

for (const [goos, goarch] of TARGETS.filter(([system]) => system === 'linux')) {
  test(
    `${goos}/${goarch}: the entry point's words are the bytes readelf dumps`,
    needing('readelf'),
    async () => {
      const path = made.build({ program: 'hello', goos, goarch, stripped: false });
      const { symbols, elf } = single(await identityOf(path));
      const entry = symbols?.entryPoints.find(({ address }) => address === elf?.entry);
      assert.ok(entry);
      const dump = tell('readelf', '-x', '.text', path);
      const bytes = [...dump.matchAll(/^ +0x([0-9a-f]+) ((?:[0-9a-f]{2,8} ){1,4})/gm)].flatMap(
        ([, at = '', hex = '']) =>
          [...Buffer.from(hex.replaceAll(' ', ''), 'hex')].map(
            (byte, index) => [Number.parseInt(at, 16) + index, byte] as const,
          ),
      );
      const memory = new Map(bytes);
      const expected = entry.words.map((_, word) => {
        const four = Buffer.from([0, 1, 2, 3].map((at) => memory.get(entry.address + word * 4 + at) ?? 0));
        return elf?.endian === 'big' ? four.readUInt32BE() : four.readUInt32LE();
      });
      assert.deepEqual(entry.words, expected);
    },
  );
}

for (const build of builds('darwin')) {
  test(`${titleOf(build)}: load commands are those of llvm-objdump`, needing('llvm-objdump'), async () => {
    const path = made.build(build);
    const { macho, architecture, sections } = single(await identityOf(path));
    const text = tell('llvm-objdump', '--macho', '--private-headers', path);
    const after = (command: string, name: string): string | undefined =>
      new RegExp(`cmd ${command}\\n(?:(?!Load command)[^\\n]*\\n)*? *${name} (\\S+)`).exec(text)?.[1];
    const dotted = (version: string | undefined): string => `${version}.0.0`.split('.').slice(0, 3).join('.');
    assert.equal(architecture, build.goarch);
    assert.equal(macho?.minimumOs, dotted(after('LC_BUILD_VERSION', 'minos')));
    assert.equal(macho.sdk, dotted(after('LC_BUILD_VERSION', 'sdk')));
    assert.equal(macho.uuid, after('LC_UUID', 'uuid')?.toLowerCase());
    const dylibs = text.matchAll(/cmd LC_LOAD_DYLIB\n.*\n +name (\S+)/g);
    assert.deepEqual(
      macho.dylibs,
      [...dylibs].map(([, name]) => name),
    );
    const named = text.matchAll(/ sectname (\S+)\n +segname (\S+)\n +addr \S+\n +size 0x([0-9a-f]+)/g);
    assert.deepEqual(
      sections,
      [...named].map(([, section, segment, size = '']) => ({
        name: `${segment},${section}`,
        sizeBytes: Number.parseInt(size, 16),
      })),
    );
    assert.equal(macho.signature !== undefined, text.includes('LC_CODE_SIGNATURE'));
    assert.deepEqual(macho.signature?.badPages ?? [], []);
  });

  test(
    `${titleOf(build)}: symbols and libraries are those of llvm-objdump`,
    needing('llvm-objdump'),
    async () => {
      const path = made.build(build);
      const { symbols, macho } = single(await identityOf(path));
      const table = tell('llvm-objdump', '--macho', '--bind', path).matchAll(
        /^__\S+ +__\S+ +0x[0-9A-F]+ +\S+ +-?\d+ (\S+) +(\S+)$/gm,
      );
      const short = (path_: string): string => path_.replace(/^.*\//, '').replace(/\.(?:\w+\.)?dylib$/, '');
      const libraries = new Map((macho?.dylibs ?? []).map((dylib) => [short(dylib), dylib]));
      assert.deepEqual(
        new Map(symbols?.imports.map(({ name, library }) => [name, library])),
        new Map([...table].map(([, dylib = '', name]) => [name, libraries.get(dylib)])),
      );
      const headers = tell('llvm-objdump', '--macho', '--private-headers', path);
      assert.equal(symbols?.count, Number(/ nsyms (\d+)/.exec(headers)?.[1]));
    },
  );
}

for (const build of BUILDS.filter(({ goos }) => goos !== 'windows')) {
  test(`${titleOf(build)}: build information is that of go version -m`, needing(), async () => {
    const path = made.build(build);
    const { buildInfo } = await identityOf(path);
    const [first = '', ...lines] = tell('go', 'version', '-m', path).trim().split('\n');
    const fields = lines.map((line) => line.trim().split('\t'));
    assert.equal(`${path}: ${buildInfo?.goVersion}`, first);
    assert.equal(buildInfo?.path, fields.find(([word]) => word === 'path')?.[1]);
    assert.deepEqual(
      buildInfo?.settings.map(([key, value]) => `${key}=${value.includes(' ') ? `"${value}"` : value}`),
      fields.filter(([word]) => word === 'build').map(([, setting]) => setting),
    );
  });
}

for (const build of BUILDS) {
  test(
    `${titleOf(build)}: digest, size and container are those of sha256sum and file`,
    needing('file'),
    async () => {
      const path = made.build(build);
      const { sha256, sizeBytes, container } = await identityOf(path);
      assert.equal(sha256, tell('sha256sum', path).slice(0, 64));
      assert.equal(sizeBytes, statSync(path).size);
      const words = { elf: 'ELF', 'mach-o': 'Mach-O', pe: 'PE32+' };
      assert.ok(tell('file', '-b', path).startsWith(new Map(Object.entries(words)).get(container) ?? '?'));
    },
  );
}
