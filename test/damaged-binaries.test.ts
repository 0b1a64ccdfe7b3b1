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
import { HostError, type Host } from '../src/host/host.ts';
import { readFunctions } from '../src/probes/binary/functions.ts';
import { withBinary } from '../src/probes/binary/read-binary.ts';
import { identityOf, workshop } from './built-binaries.ts';
import { chance, mutations } from './mutations.ts';
import { tinyPrograms } from './tiny-programs.ts';
import { GO } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

const PROGRAMS = [
  { program: 'hello', goos: 'linux', goarch: 'arm64', stripped: false },
  { program: 'hello', goos: 'linux', goarch: '386', stripped: true },
  { program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: false },
  { program: 'hello', goos: 'windows', goarch: 'arm64', stripped: true },
] as const;

/** CPU time that no reading of a small file may take; whole ones take 10 ms. */
const LONGEST_MS = 100;

/** Reads bytes that are no file, and says whether they had a value. */
async function survives(bytes: Uint8Array, what: string): Promise<boolean> {
  const host = fakeHost({ files: { '/tmp/app': bytes } });
  const { took, hasValue } = await timed(host, what);
  // A pause of the machine slows one reading at random; a hostile file slows its own every time.
  if (took <= LONGEST_MS) return hasValue;
  const again = [await timed(host, what), await timed(host, what), await timed(host, what)];
  const least = Math.min(...again.map((one) => one.took));
  assert.ok(least <= LONGEST_MS, `${what}: ${Math.round(least)} ms of CPU time`);
  return hasValue;
}

async function timed(
  host: Host,
  what: string,
): Promise<{ readonly took: number; readonly hasValue: boolean }> {
  const before = process.threadCpuUsage();
  const hasValue = await isRead(host, what);
  const { user, system } = process.threadCpuUsage(before);
  return { took: (user + system) / 1000, hasValue };
}

async function isRead(host: Host, what: string): Promise<boolean> {
  try {
    await withBinary(host, '/tmp/app', { digest: false }, async ({ slices }, images) => {
      for (const [index, image] of images.entries()) {
        const slice = slices[index];
        if (slice) await readFunctions(image, slice);
      }
    });
    return true;
  } catch (error) {
    assert.ok(error instanceof FormatError || error instanceof HostError, `${what}: ${String(error)}`);
    assert.match(error.message, /^Cannot read app\b/, what);
    return false;
  }
}

for (const build of PROGRAMS) {
  const title = `${build.goos}/${build.goarch}`;

  test(`every length of a ${title} program gives a value or a FormatError`, GO, async () => {
    const whole = readFileSync(made.build(build));
    const random = chance(1);
    const lengths = Array.from({ length: 4096 }, (_, length) => length);
    for (let index = 0; index < 100; index += 1) lengths.push(random(whole.length));
    for (const length of lengths) await survives(whole.subarray(0, length), `${title} cut at ${length}`);
    assert.equal(await survives(whole, title), true);
  });

  test(`500 mutations of a ${title} program give values or FormatErrors`, GO, async () => {
    const whole = readFileSync(made.build(build));
    for (const mutation of mutations(whole, 500, 2)) await survives(whole, `${title}, ${mutation}`);
  });
}

test('ten thousand mutations of the smallest programs give values or FormatErrors', async () => {
  const programs = Object.entries(tinyPrograms());
  let values = 0;
  for (const [name, whole] of programs)
    for (const mutation of mutations(whole, Math.ceil(10_000 / programs.length), 3))
      if (await survives(whole, `${name}, ${mutation}`)) values += 1;
  assert.ok(values > 1000 && values < 10_000, `${values} had a value`);
});

test('the smallest programs cut at every byte give values or FormatErrors', async () => {
  for (const [name, whole] of Object.entries(tinyPrograms())) {
    assert.ok(await survives(whole, name));
    for (let length = 0; length < whole.length; length += 1)
      await survives(whole.subarray(0, length), `${name} cut at ${length}`);
  }
});

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
