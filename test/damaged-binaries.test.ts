/**
 * Damaged binaries: whatever the bytes are, readBinary() gives a value or says what is wrong with
 * them, in bounded time. The whole ones come from the Go on PATH.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FormatError } from '../src/bytes/error.ts';
import { fakeHost } from '../src/host/fake.ts';
import { HostError } from '../src/host/host.ts';
import { readBinary } from '../src/probes/binary/read-binary.ts';
import { identityOf, workshop } from './built-binaries.ts';
import { GO } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const PROGRAMS = [
  { program: 'hello', goos: 'linux', goarch: 'arm64', stripped: false },
  { program: 'hello', goos: 'linux', goarch: '386', stripped: true },
  { program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: false },
] as const;

/** No reading of a small file may take longer; whole ones take 10 ms. */
const LONGEST_MS = 100;

/** Reads bytes that are no file, and says whether they had a value. */
async function survives(bytes: Uint8Array, what: string): Promise<boolean> {
  const host = fakeHost({ files: { '/tmp/app': bytes } });
  // The digest of a file that is there anyway is not what is measured here.
  const quick = { ...host, digest: () => Promise.resolve('') };
  const start = performance.now();
  let hasValue = true;
  try {
    await readBinary(quick, '/tmp/app');
  } catch (error) {
    assert.ok(error instanceof FormatError || error instanceof HostError, `${what}: ${String(error)}`);
    assert.match(error.message, /^Cannot read app\b/, what);
    hasValue = false;
  }
  const tookMs = performance.now() - start;
  if (tookMs > LONGEST_MS) slow.push(`${what}: ${Math.round(tookMs)} ms`);
  return hasValue;
}

/** A pause of the machine slows one reading at random; a hostile file slows its own every time. */
const slow: string[] = [];

/** Numbers that are the same in every run: xorshift32. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

for (const build of PROGRAMS) {
  const title = `${build.goos}/${build.goarch}`;

  test(`every length of a ${title} program gives a value or a FormatError`, GO, async () => {
    const whole = readFileSync(made.build(build));
    slow.length = 0;
    const random = chance(1);
    const lengths = Array.from({ length: 4096 }, (_, length) => length);
    for (let index = 0; index < 400; index += 1) lengths.push(random(whole.length));
    for (const length of lengths) await survives(whole.subarray(0, length), `${title} cut at ${length}`);
    assert.equal(await survives(whole, title), true);
    assert.ok(slow.length <= 3, slow.join('\n'));
  });

  // Symbols are read and pages hashed each time; 10,000 of those were tried once and take a minute.
  const changes = build.stripped ? 10_000 : 1500;
  test(`${changes} changed bytes of a ${title} program give values or FormatErrors`, GO, async () => {
    const whole = readFileSync(made.build(build));
    slow.length = 0;
    const random = chance(2);
    const headers = headersOf(whole, build.goos);
    for (let index = 0; index < changes; index += 1) {
      const [start = 0, end = 0] = headers[index % headers.length] ?? [];
      const at = start + random(end - start);
      const before = whole[at] ?? 0;
      whole[at] = random(4) === 0 ? 0xff : random(256);
      await survives(whole, `${title}, byte ${at} is ${whole[at]}`);
      whole[at] = before;
    }
    assert.ok(slow.length <= 10, slow.slice(0, 20).join('\n'));
  });
}

/** Where the structures lie that say where others lie. */
function headersOf(whole: Buffer, goos: string): readonly (readonly [start: number, end: number])[] {
  if (goos === 'darwin') {
    const signature = whole.indexOf(Buffer.from('fade0cc0', 'hex'));
    return [
      [0, 32 + whole.readUInt32LE(20)],
      ...(signature > 0 ? [[signature, signature + 128] as const] : []),
    ];
  }
  const is64 = whole[4] === 2;
  const table = is64 ? Number(whole.readBigUInt64LE(0x28)) : whole.readUInt32LE(0x20);
  const [size, count] = is64 ? [64, whole.readUInt16LE(0x3c)] : [40, whole.readUInt16LE(0x30)];
  const information = whole.indexOf('\xff Go buildinf:', 0, 'latin1');
  return [
    [0, 64],
    [table, table + size * count],
    [information, information + 64],
  ];
}

test('one changed byte in a signed page is reported as that page, and no other', GO, async () => {
  const path = made.build(PROGRAMS[2]);
  const whole = readFileSync(path);
  const signature = (await identityOf(path)).slices[0]?.macho?.signature;
  assert.ok(signature && signature.badPages.length === 0);
  const { pageSize, pages } = signature;
  for (const page of [1, 2, 7, 100, pages - 2, pages - 1]) {
    // The first and the last byte of the page; the last page ends where the signature begins.
    for (const at of page === pages - 1 ? [page * pageSize] : [page * pageSize, (page + 1) * pageSize - 1]) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const copy = join(made.directory, 'tampered');
      writeFileSync(copy, changed);
      assert.deepEqual((await identityOf(copy)).slices[0]?.macho?.signature?.badPages, [page], `byte ${at}`);
    }
  }
});
