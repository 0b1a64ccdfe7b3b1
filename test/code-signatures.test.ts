/**
 * Code signatures: of programs that Go's linker signs, and of one that a developer's certificate
 * signed, fetched from npm for the test and thrown away. Whoever changes a byte must be told where.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { SignatureState } from '../src/evidence/binary/binary-identity.ts';
import { fakeHost } from '../src/host/fake.ts';
import { readBinary } from '../src/probes/binary/read-binary.ts';
import { has, tell, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { GO, hasGo } from './real-toolchain.ts';

const made = workshop();
after(() => made.remove());

async function signatureOf(bytes: Uint8Array): Promise<SignatureState> {
  const host = fakeHost({ files: { '/tmp/app': bytes } });
  const identity = await readBinary(host, '/tmp/app', { digest: false });
  const signature = identity?.slices[0]?.macho?.signature;
  assert.ok(signature);
  return signature;
}

const hello = (): Buffer =>
  readFileSync(made.build({ program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: true }));

const needed = capability('go and llvm-objdump', hasGo && has('llvm-objdump'));

test(
  'what the linker signed covers all before the signature, as llvm-objdump places it',
  needed,
  async () => {
    const path = made.build({ program: 'hello', goos: 'darwin', goarch: 'arm64', stripped: true });
    const found = await signatureOf(readFileSync(path));
    const text = tell('llvm-objdump', '--macho', '--private-headers', path);
    const [, at, size] = /cmd LC_CODE_SIGNATURE\n.*\n +dataoff (\d+)\n +datasize (\d+)/.exec(text) ?? [];
    assert.deepEqual(
      [found.offset, found.sizeBytes, found.codeLimit],
      [Number(at), Number(size), Number(at)],
    );
    assert.deepEqual(
      [found.isLinkerSigned, found.badPages, found.badSlots, found.isTruncated, found.coversUpToSignature],
      [true, [], [], false, true],
    );
    assert.equal(found.pages, Math.ceil(Number(at) / found.pageSize));
    assert.equal(found.bytesAfter, 0);
  },
);

test('one flipped byte in each signed page is that page, and no other', GO, async () => {
  const bytes = hello();
  const { pages, pageSize } = await signatureOf(bytes);
  assert.ok(pages > 200);
  // Page 0 holds the headers; a byte of the UUID changes nothing else.
  for (let page = 0; page < pages; page += 1) {
    const at = page === 0 ? 2000 : page * pageSize + (page % 64);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    assert.deepEqual((await signatureOf(bytes)).badPages, [page], `byte ${at}`);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
  }
});

test(
  'a file that ends within its signature or before it is truncated, and one with more behind says so',
  GO,
  async () => {
    const bytes = hello();
    const { offset = 0, sizeBytes = 0 } = await signatureOf(bytes);
    for (const length of [offset, offset + 8, offset + sizeBytes - 1])
      assert.equal((await signatureOf(bytes.subarray(0, length))).isTruncated, true, `${length} bytes`);
    assert.equal((await signatureOf(Buffer.concat([bytes, Buffer.alloc(99)]))).bytesAfter, 99);
    bytes.writeUInt32BE(0, offset);
    assert.deepEqual((await signatureOf(bytes)).badSlots, ['code signature']);
  },
);

/** A program signed with a Developer ID; undefined if the registry cannot be reached. */
function developerSigned(): Buffer | undefined {
  const { status, stdout } = spawnSync(
    'npm',
    ['pack', '--silent', '--fetch-retries=0', '@typescript/native-preview-darwin-arm64'],
    { cwd: made.directory, encoding: 'utf8', timeout: 20_000 },
  );
  const packed = stdout?.trim().split('\n').at(-1) ?? '';
  if (status !== 0 || packed === '') return undefined;
  tell('tar', '-xzf', join(made.directory, packed), '-C', made.directory, 'package/lib/tsgo');
  return readFileSync(join(made.directory, 'package/lib/tsgo'));
}

const signed = developerSigned();

test(
  'a Developer ID signature: pages, slots and the digest that the certificate signed all agree until one is changed',
  capability('npm registry', signed !== undefined),
  async () => {
    const bytes = signed ?? Buffer.alloc(0);
    const whole = await signatureOf(bytes);
    assert.deepEqual(
      [whole.isAdHoc, whole.badPages, whole.badSlots, whole.cmsDigestMatches, whole.isTruncated],
      [false, [], [], true, false],
    );
    // Apple's team identifiers have ten letters and digits; the certificate's name ends with it.
    assert.match(whole.teamId ?? '', /^[A-Z0-9]{10}$/);
    assert.ok(whole.certificates?.some((name) => name.includes(`(${whole.teamId})`)));
    assert.ok(whole.goodSlots?.includes('requirements'));
    const { offset = 0 } = whole;
    const blobAt = (magic: number): number => {
      const word = Buffer.alloc(4);
      word.writeUInt32BE(magic);
      return bytes.indexOf(word, offset + 12 + 8);
    };
    const changed = async (at: number): Promise<SignatureState> => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return signatureOf(copy);
    };
    // The last byte of the requirements, and the hash type's neighbour "platform" in the directory.
    const requirements = blobAt(0xfade0c01);
    assert.deepEqual((await changed(requirements + bytes.readUInt32BE(requirements + 4) - 1)).badSlots, [
      'requirements',
    ]);
    const directory = await changed(blobAt(0xfade0c02) + 38);
    assert.deepEqual([directory.cmsDigestMatches, directory.badPages], [false, []]);
    assert.notEqual(directory.cdHash, whole.cdHash);
  },
);
