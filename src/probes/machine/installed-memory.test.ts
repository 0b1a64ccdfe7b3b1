import assert from 'node:assert/strict';
import { totalmem } from 'node:os';
import { test } from 'node:test';
import { capability } from '../../../test/capability.ts';
import { fakeHost } from '../../host/fake.ts';
import { nodeHost } from '../../host/node.ts';
import { installedMemoryProbe } from './installed-memory.ts';

test('a Mac tells its memory in bytes, and a system that tells nothing has none', async () => {
  const mac = fakeHost({ system: 'darwin', answer: () => ({ stdout: 'hw.memsize: 17179869184\n' }) });
  const fact = await installedMemoryProbe.gather(mac, {}, { only: [], profile: 'quick', online: false });
  assert.deepEqual(fact.state === 'known' && fact.value, { totalBytes: 16 * 2 ** 30 });
  const silent = await installedMemoryProbe.gather(
    fakeHost({ system: 'linux' }),
    {},
    { only: [], profile: 'quick', online: false },
  );
  assert.equal(silent.state, 'absent');
});

test('on Linux it is what Node says', capability('Linux', process.platform === 'linux'), async () => {
  const host = nodeHost();
  const fact = await installedMemoryProbe.gather(host, {}, { only: [], profile: 'quick', online: false });
  host.close();
  assert.equal(fact.state === 'known' && fact.value.totalBytes, totalmem());
});
