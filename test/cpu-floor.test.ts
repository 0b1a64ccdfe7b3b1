/**
 * The CPU floor against processors that judge by running: Go programs under qemu-user end with an
 * illegal instruction just where their unguarded needs are not met. The features of cores are held
 * against llvm-mc's -mcpu.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CORES, floorOf, lackingOnCore, needsOf, unguarded, type Need } from '../src/arm64/index.ts';
import { has, tell } from './built-binaries.ts';
import { capability } from './capability.ts';
import { hasGo } from './real-toolchain.ts';

const directory = mkdtempSync(join(tmpdir(), 'goassay-floor-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const CPUS = ['cortex-a53', 'cortex-a57', 'cortex-a72', 'cortex-a76', 'neoverse-n1', 'max'];

/** Everything that Go's standard library has in arm64 assembly behind a question to the processor. */
const STANDARD = `package main
import ("crypto/aes";"crypto/cipher";"crypto/sha1";"crypto/sha256";"crypto/sha3";"crypto/sha512";"fmt";"hash/crc32";"sync/atomic")
func main() {
	var n atomic.Int64
	n.Add(2)
	block, _ := aes.NewCipher(make([]byte, 16))
	gcm, _ := cipher.NewGCM(block)
	out := gcm.Seal(nil, make([]byte, 12), []byte("hello"), nil)
	fmt.Println(out, sha1.Sum(out), sha256.Sum256(out), sha512.Sum512(out), sha3.Sum256(out), crc32.ChecksumIEEE(out), n.Load())
}
`;

const CALLING = `package main
func instruction()
func main() { instruction(); println("done") }
`;

const assembly = (word: number): string =>
  `#include "textflag.h"\nTEXT ·instruction(SB),NOSPLIT,$0-0\n\tWORD $0x${word.toString(16)}\n\tRET\n`;

const PROGRAMS = [
  { name: 'standard', goarm64: 'v8.0', files: { 'main.go': STANDARD }, needs: [] },
  { name: 'standard', goarm64: 'v8.1', files: { 'main.go': STANDARD }, needs: ['lse'] },
  { name: 'standard', goarm64: 'v8.0,lse', files: { 'main.go': STANDARD }, needs: ['lse'] },
  ...(
    [
      ['sha3', 0xce0f5159],
      ['crc', 0x9ac34c41],
      ['dotprod', 0x4e829420],
      ['lrcpc', 0xf8bfc3e0],
      ['aes', 0x4e284bc0],
    ] as const
  ).map(([feature, word]) => ({
    name: feature,
    goarm64: 'v8.0',
    files: { 'main.go': CALLING, 'instruction_arm64.s': assembly(word) },
    needs: [feature],
  })),
];

for (const { name, goarm64, files, needs } of PROGRAMS) {
  test(
    `a program (${name}, GOARM64=${goarm64}) needs ${needs.join(' ') || 'nothing'}, and qemu agrees`,
    capability(
      'go, llvm-objcopy and qemu-aarch64-static',
      hasGo && has('llvm-objcopy') && has('qemu-aarch64-static'),
    ),
    () => {
      const path = built(`${name}-${goarm64}`, goarm64, files);
      const found = unguarded(needsIn(path));
      assert.deepEqual(found, needs);
      for (const cpu of CPUS) {
        const { status, stderr } = spawnSync('qemu-aarch64-static', ['-cpu', cpu, path], {
          encoding: 'utf8',
        });
        const isMet: boolean = cpu === 'max' || lackingOnCore(cpu, found).length === 0;
        assert.equal(status === 0, isMet, `${cpu}: ${stderr.slice(0, 200)}`);
      }
    },
  );
}

test('floorOf() names the least level with what is needed, and what stays optional', () => {
  assert.deepEqual(floorOf([]), { level: 'v8.0', features: [] });
  assert.deepEqual(floorOf(['lse', 'sha3', 'aes']), { level: 'v8.1', features: ['aes', 'sha3'] });
  assert.deepEqual(floorOf(['cssc']), { level: 'v8.9', features: [] });
  assert.deepEqual(floorOf(['cmpbr', 'lse']), { level: 'v9.6', features: [] });
});

/** A word for each feature that llvm-mc 14 gates and cores differ in. */
const SAMPLES = {
  lse: 0xb8e20003,
  crc: 0x9ac34c41,
  rdm: 0x6e828420,
  aes: 0x4e284bc0,
  sha2: 0x5e004020,
  sha3: 0xce0f5159,
  fp16: 0x1ee22820,
  dotprod: 0x4e829420,
  lrcpc: 0xf8bfc020,
  lrcpc2: 0xd9400020,
  jscvt: 0x1e7e0000,
  paca: 0xdac10020,
  flagm: 0x3a00080d,
  frint: 0x1e284020,
  bf16: 0x6e42fc20,
  i8mm: 0x4e82a420,
  mte: 0x9ac11020,
};

/** What LLVM 14 did not know yet of a core; LLVM's main branch of 2026 does. Its ampere1 was a first draft. */
const CORRECTED_SINCE = new Set(['neoverse-v1 sha3']);

test(
  'CORES has the features that llvm-mc 14 knows of',
  capability('llvm-mc 14', has('llvm-mc') && /version 14/.test(tell('llvm-mc', '--version'))),
  () => {
    for (const core of ['cortex-a53', 'cortex-a72', 'cortex-a76', 'neoverse-n1', 'neoverse-v1', 'apple-m1']) {
      assert.ok(core in CORES);
      for (const [feature, word] of Object.entries(SAMPLES)) {
        if (CORRECTED_SINCE.has(`${core} ${feature}`)) continue;
        const bytes = [0, 8, 16, 24].map((shift) => `0x${((word >>> shift) & 255).toString(16)}`).join(' ');
        const { stderr } = spawnSync('llvm-mc', ['-arch=aarch64', `-mcpu=${core}`, '-disassemble'], {
          input: bytes,
          encoding: 'utf8',
        });
        assert.equal(
          lackingOnCore(core, [feature]).length === 0,
          !stderr.includes('invalid'),
          `${core} ${feature}`,
        );
      }
    }
  },
);

function built(name: string, goarm64: string, files: Readonly<Record<string, string>>): string {
  const source = join(directory, name);
  mkdirSync(source);
  writeFileSync(join(source, 'go.mod'), 'module floor\n\ngo 1.24\n');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(source, file), text);
  const path = join(source, 'program');
  execFileSync('go', ['build', '-o', path, '.'], {
    cwd: source,
    env: {
      ...process.env,
      GOENV: 'off',
      GOFLAGS: '',
      GOTOOLCHAIN: 'local',
      CGO_ENABLED: '0',
      GOOS: 'linux',
      GOARCH: 'arm64',
      GOARM64: goarm64,
    },
  });
  return path;
}

function needsIn(path: string): readonly Need[] {
  const raw = `${path}.text`;
  execFileSync('llvm-objcopy', ['-O', 'binary', '--only-section=.text', path, raw]);
  const bytes = readFileSync(raw);
  const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  const symbols = [...tell('go', 'tool', 'nm', '-n', path).matchAll(/^ *([0-9a-f]+) [Tt] (.*)$/gm)].map(
    ([, start = '', name = '']) => ({ start: parseInt(start, 16), name }),
  );
  const address = symbols.find(({ name }) => name === 'runtime.text')?.start ?? 0;
  const functions = {
    starts: symbols.map(({ start }) => start),
    names: symbols.map(({ name }) => name),
    end: address + words.length * 4,
  };
  return needsOf({ words, address, functions });
}
