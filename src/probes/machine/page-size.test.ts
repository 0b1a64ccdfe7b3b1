import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageSize } from '../../evidence/machine/page-size.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import { pageSizeProbe } from './page-size.ts';

async function pages(machine: FakeMachine): Promise<PageSize> {
  const inquiry = { only: [], profile: 'quick' as const, online: false };
  const fact = await pageSizeProbe.gather(fakeHost(machine), {}, inquiry);
  assert.ok(fact.state === 'known');
  return fact.value;
}

const pageVector = (bytes: number): Uint8Array =>
  new Uint8Array(new BigUint64Array([6n, BigInt(bytes), 0n, 0n]).buffer);

const linux = (own: number | undefined, printed?: string): FakeMachine => ({
  files: own === undefined ? {} : { '/proc/self/auxv': pageVector(own) },
  commands: printed === undefined ? {} : { 'getconf PAGESIZE': { stdout: printed } },
});

for (const bytes of [4096, 16_384, 65_536]) {
  test(`page-size is ${bytes} where the process and getconf say so, or one of them`, async () => {
    assert.deepEqual(await pages(linux(bytes, `${bytes}\n`)), { bytes, kernelBytes: bytes });
    assert.deepEqual(await pages(linux(undefined, `${bytes}\n`)), { bytes, kernelBytes: bytes });
    assert.deepEqual(await pages(linux(bytes)), { bytes });
  });
}

test('page-size keeps apart what qemu-user -p 65536 gives the process and what the kernel has', async () => {
  assert.deepEqual(await pages(linux(65_536, '4096\n')), { bytes: 65_536, kernelBytes: 4096 });
});

test('page-size in a shell under Rosetta (archspec rossetta2-monterey-core2) is not the kernel’s', async () => {
  const stdout = 'hw.pagesize: 4096\nhw.pagesize32: 16384\n';
  const told = await pages({ system: 'darwin', answer: () => ({ stdout }) });
  assert.deepEqual(told, { bytes: 4096, kernelBytes: 16_384 });
});

test('page-size reads the narrow words of a 32-bit process', async () => {
  const narrow = new Uint8Array(new Uint32Array([6, 4096, 0, 0]).buffer);
  assert.deepEqual(await pages({ architecture: 'arm', files: { '/proc/self/auxv': narrow } }), {
    bytes: 4096,
  });
});

for (const printed of ['', 'undefined\n', '4 KiB\n', '0\n']) {
  test(`page-size makes no number of ${JSON.stringify(printed)}`, async () => {
    await assert.rejects(pages(linux(undefined, printed)), HostError);
  });
}
