/**
 * What the probes of the chapters on machine code gather from programs of the real Go, held against
 * llvm-objdump and readelf, and the labelled set judged.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { answeredBinaries } from '../src/claims/binary/answered-binaries.ts';
import { metadataAndCodeNativeness } from '../src/claims/binary/metadata-and-code-nativeness.ts';
import type { Product } from '../src/evidence/binary/product.ts';
import { instructionPlacesProbes } from '../src/probes/binary/instruction-places.ts';
import { labelledBinariesProbe } from '../src/probes/binary/labelled-binaries.ts';
import { libraryCallsProbe } from '../src/probes/binary/library-calls.ts';
import { stackPointerWritesProbe } from '../src/probes/binary/stack-pointer-writes.ts';
import { arm64LibcProbe } from '../src/probes/machine/arm64-libc.ts';
import { has, tell, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { builtProduct } from './sample-binaries.ts';
import { GO, hasGo, machine, QUICK, underTest, value } from './real-toolchain.ts';

const WITH_OBJDUMP = capability('go and llvm-objdump', hasGo && has('llvm-objdump'));

const made = workshop();
after(() => made.remove());

function program(name: string, goos: string, goarch: string, stripped = false): Product {
  return builtProduct({ path: made.build({ program: name, goos, goarch, stripped }) });
}

/** Mnemonic and operands of every instruction, as llvm-objdump prints them. */
function disassembly(path: string): string[] {
  return tell('llvm-objdump', '-d', '--no-show-raw-insn', '--mattr=+v8.5a,+aes,+sha2,+sha3', path)
    .split('\n')
    .flatMap((line) => {
      const [, text] = /^\s*[0-9a-f]+:\s+(\S+.*?)(?:\s*\/\/.*)?$/.exec(line) ?? [];
      return text === undefined ? [] : [text.replaceAll(/\s+/g, ' ')];
    });
}

test('stack-pointer-writes has every write of SP that llvm-objdump shows', WITH_OBJDUMP, async (t) => {
  const built = program('metrics', 'linux', 'arm64');
  const { moves, switches } = value(await stackPointerWritesProbe.gather(machine(t), { built }, QUICK));
  const written = disassembly(built.path).filter((text) =>
    /^(?:add|sub|mov|and|orr|eor) sp,|\[sp, [^\]]*\]!$|\[sp\], /.test(text),
  );
  const total = moves.reduce((sum, { count }) => sum + count, switches.count);
  assert.equal(total, written.length);
  const pushes = written.filter((text) => text === 'str x30, [sp, #-48]!').length;
  assert.ok(pushes > 0 && pushes <= (moves.find(({ bytes }) => bytes === -48)?.count ?? 0));
});

test('instruction-places counts AES and SVE as llvm-objdump does', WITH_OBJDUMP, async (t) => {
  const built = program('library-calls', 'linux', 'arm64');
  const [, ofLibrary] = instructionPlacesProbes;
  assert.ok(ofLibrary);
  const { groups } = value<{ groups: { mnemonic: string; feature: string; words: number }[] }>(
    await ofLibrary.gather(machine(t), { built }, QUICK),
  );
  const texts = disassembly(built.path);
  for (const mnemonic of ['aese', 'aesmc', 'aesd', 'aesimc'])
    assert.equal(
      groups.find((group) => group.mnemonic === mnemonic)?.words,
      texts.filter((text) => text.startsWith(`${mnemonic} `)).length,
      mnemonic,
    );
  // What a disassembler takes for SVE are the frame sizes of runtime.call67108864, which that function loads.
  assert.deepEqual(
    groups.filter(({ feature }) => feature.startsWith('sve')),
    [],
  );
});

test('library-calls comes to the assembly of internal/bytealg', GO, async (t) => {
  const host = machine(t);
  const built = program('library-calls', 'linux', 'arm64');
  const { calls } = value(await libraryCallsProbe.gather(host, { go: await underTest(host), built }, QUICK));
  const equal = calls.find(({ call }) => call === 'bytes.Equal')?.reaches.map((one) => one.function);
  assert.deepEqual(equal, ['runtime.memequal']);
  for (const { reaches } of calls)
    for (const { function: name, assembly } of reaches)
      if (name.startsWith('runtime.mem')) assert.match(assembly?.file ?? '', /equal_arm64\.s$/);
});

const CROSS_LIBC = '/usr/aarch64-linux-gnu/lib/libc.so.6';

test(
  'arm64-libc reads versions as readelf does',
  capability('go and gcc-aarch64-linux-gnu', hasGo && has('aarch64-linux-gnu-gcc') && existsSync(CROSS_LIBC)),
  async (t) => {
    const host = machine(t);
    const { libraries, programs } = value(
      await arm64LibcProbe.gather(host, { go: await underTest(host) }, QUICK),
    );
    const library = libraries.find(({ path }) => path === CROSS_LIBC);
    assert.ok(library);
    const shown = tell('readelf', '--dyn-syms', '-W', CROSS_LIBC)
      .split('\n')
      .flatMap((line) => / ((?:memcpy|pthread_create)@@?GLIBC_[\w.]+)/.exec(line)?.[1] ?? []);
    const read = library.symbols.map(
      ({ name, version, isDefault }) => `${name}@${isDefault ? '@' : ''}${version}`,
    );
    assert.deepEqual(read.toSorted(), [...new Set(shown)].toSorted());
    const names = programs.flatMap(({ name, made: one }) => (one ? [name] : []));
    assert.deepEqual(names, ['cgo-hello', 'threads']);
    const threads = programs.find(({ name }) => name === 'threads')?.made?.needs ?? [];
    assert.ok(threads.some(({ symbols }) => symbols.includes('pthread_create')));
  },
);

test('no file of the labelled set is falsely called native, and all are answered', GO, async (t) => {
  const set = value(
    await labelledBinariesProbe.gather(
      machine(t),
      {
        darwinArm64: program('hello', 'darwin', 'arm64', true),
        darwinAmd64: program('hello', 'darwin', 'amd64', true),
        linuxArm64: program('hello', 'linux', 'arm64'),
        linuxAmd64: program('hello', 'linux', 'amd64'),
        stripped: program('hello', 'linux', 'arm64', true),
        whole: program('hello', 'darwin', 'arm64'),
      },
      QUICK,
    ),
  );
  assert.ok(set.files.length >= 500, `${set.files.length} files`);
  for (const claim of [metadataAndCodeNativeness, answeredBinaries]) {
    const { outcome, because } = claim.judge({ set });
    assert.equal(outcome, 'confirmed', because.en);
  }
});
