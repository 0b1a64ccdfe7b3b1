/**
 * Native or not, on binaries whose answer is known because the real Go built them for a target,
 * and on the same binaries with a lie planted in them.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspect } from '../src/inspection/inspect.ts';
import { nodeHost } from '../src/host/node.ts';
import type { Inspection, NativeVerdict } from '../src/model/inspection.ts';
import { readForInspection } from '../src/probes/binary/read-for-inspection.ts';
import { workshop } from './built-binaries.ts';
import { GO } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

async function inspected(path: string): Promise<Inspection> {
  const host = nodeHost();
  try {
    const read = await readForInspection(host, { name: path, path });
    assert.ok(!('trouble' in read));
    return inspect(read, path);
  } finally {
    host.close();
  }
}

function built(target: string, stripped = true): Buffer {
  const [goos = '', goarch = ''] = target.split('/');
  return readFileSync(made.build({ program: 'hello', goos, goarch, stripped }));
}

for (const [target, verdict] of [
  ['linux/arm64', 'native-arm64'],
  ['darwin/arm64', 'native-arm64'],
  ['windows/arm64', 'native-arm64'],
  ['linux/amd64', 'not-arm64'],
  ['darwin/amd64', 'not-arm64'],
  ['windows/amd64', 'not-arm64'],
  ['linux/386', 'not-arm64'],
  ['linux/arm', 'not-arm64'],
  ['linux/riscv64', 'not-arm64'],
  ['linux/s390x', 'not-arm64'],
] as const) {
  test(`a program for ${target} is ${verdict}`, GO, async () => {
    const path = join(made.directory, target.replace('/', '-'));
    writeFileSync(path, built(target));
    const { native, slices } = await inspected(path);
    assert.equal(native.verdict, verdict, native.because.en);
    const witnesses = slices[0]?.native.witnesses ?? [];
    const side = verdict === 'native-arm64' ? 'arm64' : 'other';
    const speaking = witnesses.filter(({ speaksFor }) => speaksFor !== 'silent');
    assert.ok(new Set(speaking.map(({ name }) => name)).size >= 3, 'three witnesses');
    assert.ok(speaking.every(({ speaksFor }) => speaksFor === side));
  });
}

const E_MACHINE = 18;
const EM_AARCH64 = 183;
const EM_X86_64 = 62;

function replaceAll(bytes: Buffer, from: string, to: string): void {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1');
}

/** The .text of an ELF file of Go's linker: the first section of type PROGBITS with ALLOC and EXECINSTR. */
function textOf(bytes: Buffer): Buffer {
  const table = Number(bytes.readBigUInt64LE(0x28));
  for (let at = table; at < bytes.length; at += 64) {
    if (bytes.readUInt32LE(at + 4) !== 1 || bytes.readBigUInt64LE(at + 8) !== 6n) continue;
    const offset = Number(bytes.readBigUInt64LE(at + 24));
    return bytes.subarray(offset, offset + Number(bytes.readBigUInt64LE(at + 32)));
  }
  throw new Error('no .text');
}

function swapped(into: Buffer, from: Buffer, share = 1): Buffer {
  const [text, foreign] = [textOf(into), textOf(from)];
  foreign.copy(text, 0, 0, Math.floor(Math.min(text.length, foreign.length) * share));
  return into;
}

/** A universal file; each slice at a multiple of 16 KiB, under the CPU type that is given. */
function universal(slices: readonly (readonly [cpuType: number, bytes: Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const head = Buffer.alloc(0x4000);
  head.writeUInt32BE(0xcafebabe, 0);
  head.writeUInt32BE(slices.length, 4);
  let offset = 0x4000;
  for (const [index, [cpuType, bytes]] of slices.entries()) {
    [cpuType, 0, offset, bytes.length, 14].forEach((value, field) =>
      head.writeUInt32BE(value, 8 + index * 20 + field * 4),
    );
    const padded = Buffer.alloc(Math.ceil(bytes.length / 0x4000) * 0x4000);
    bytes.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...parts]);
}

const ARM64 = 0x0100000c;
const AMD64 = 0x01000007;

const LIES: readonly (readonly [what: string, verdict: NativeVerdict, make: () => Buffer])[] = [
  [
    'an amd64 program whose header says arm64',
    'misrepresented',
    () => {
      const bytes = built('linux/amd64');
      bytes.writeUInt16LE(EM_AARCH64, E_MACHINE);
      return bytes;
    },
  ],
  [
    'an arm64 program whose header says amd64',
    'misrepresented',
    () => {
      const bytes = built('linux/arm64');
      bytes.writeUInt16LE(EM_X86_64, E_MACHINE);
      return bytes;
    },
  ],
  [
    'an amd64 program whose build information says arm64',
    'misrepresented',
    () => {
      const bytes = built('linux/amd64');
      replaceAll(bytes, 'GOARCH=amd64', 'GOARCH=arm64');
      return bytes;
    },
  ],
  [
    'an amd64 program whose header and build information say arm64',
    'misrepresented',
    () => {
      const bytes = built('linux/amd64');
      replaceAll(bytes, 'GOARCH=amd64', 'GOARCH=arm64');
      replaceAll(bytes, 'GOAMD64=v1', 'GOARM64=v8');
      bytes.writeUInt16LE(EM_AARCH64, E_MACHINE);
      return bytes;
    },
  ],
  [
    'an arm64 program with the code of an amd64 one',
    'misrepresented',
    () => swapped(built('linux/arm64'), built('linux/amd64')),
  ],
  [
    'an arm64 program with half of the code of an amd64 one',
    'misrepresented',
    () => swapped(built('linux/arm64'), built('linux/amd64'), 0.5),
  ],
  [
    'an arm64 program with a twentieth of the code of an amd64 one',
    'misrepresented',
    () => swapped(built('linux/arm64'), built('linux/amd64'), 0.05),
  ],
  [
    'an arm64 program for Windows whose header says amd64',
    'misrepresented',
    () => {
      const bytes = built('windows/arm64');
      bytes.writeUInt16LE(0x8664, bytes.readUInt32LE(0x3c) + 4);
      return bytes;
    },
  ],
  [
    'an amd64 program for macOS whose header says arm64',
    'misrepresented',
    () => {
      const bytes = built('darwin/amd64');
      bytes.writeUInt32LE(ARM64, 4);
      return bytes;
    },
  ],
  [
    'an arm64 program with random bytes for code',
    'misrepresented',
    () => {
      const bytes = built('linux/arm64');
      const text = textOf(bytes);
      let state = 1;
      for (let at = 0; at < text.length; at += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        text[at] = state >>> 24;
      }
      return bytes;
    },
  ],
  ['a universal file of one arm64 slice', 'native-arm64', () => universal([[ARM64, built('darwin/arm64')]])],
  [
    'a universal file of one slice that says arm64 and is amd64',
    'misrepresented',
    () => universal([[ARM64, built('darwin/amd64')]]),
  ],
  [
    'a universal file of both',
    'mixed',
    () =>
      universal([
        [AMD64, built('darwin/amd64')],
        [ARM64, built('darwin/arm64')],
      ]),
  ],
  [
    'a universal file whose slices change places',
    'misrepresented',
    () =>
      universal([
        [ARM64, built('darwin/amd64')],
        [AMD64, built('darwin/arm64')],
      ]),
  ],
  [
    'the first half of an arm64 program',
    'unreadable',
    () => {
      const bytes = built('linux/arm64');
      return bytes.subarray(0, bytes.length / 2);
    },
  ],
  ['an ELF header alone', 'unreadable', () => built('linux/arm64').subarray(0, 64)],
  ['a script', 'unreadable', () => Buffer.from('#!/bin/sh\necho arm64\n')],
  ['text that speaks of arm64', 'unreadable', () => Buffer.from('GOARCH=arm64 \xff Go buildinf:', 'latin1')],
  ['an empty file', 'unreadable', () => Buffer.alloc(0)],
];

for (const [what, verdict, make] of LIES) {
  test(`${what} is ${verdict}`, GO, async () => {
    const path = join(made.directory, 'subject');
    writeFileSync(path, make());
    const { native } = await inspected(path);
    assert.equal(native.verdict, verdict, native.because.en);
    assert.ok(native.because.en !== '' && native.because.zh !== '');
  });
}

test('a byte flipped in any signed page names that page', GO, async () => {
  const bytes = built('darwin/arm64');
  const path = join(made.directory, 'flipped');
  writeFileSync(path, bytes);
  const honest = (await inspected(path)).slices[0]?.signature;
  assert.equal(honest?.state, 'valid');
  const pages = honest.pages ?? 0;
  assert.ok(pages > 50);
  for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
    const changed = Buffer.from(bytes);
    const at = page * 4096 + 17;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    writeFileSync(path, changed);
    const signature = (await inspected(path)).slices[0]?.signature;
    assert.equal(signature?.state, 'broken');
    assert.deepEqual(signature.badPages, [page]);
  }
});
