import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ReleaseArchive } from '../../evidence/toolchain/release-archive.ts';
import { nodeHost } from '../../host/node.ts';
import { releaseArchiveProbe } from './release-archive.ts';

/** SHA-256 of "archive\n", by sha256sum. */
const SHA256 = '371e16ce98051a3ea7af3eaef8b87d69033154fb5bb33da349d611f0fae061d6';
const FEED = [
  { version: 'go1.28rc1', stable: false, files: [] },
  { version: 'go1.26.11', stable: true, files: [] },
  { version: 'go1.27.4', stable: true, files: [] },
  {
    version: 'go1.22.5',
    stable: true,
    files: [
      { filename: 'go1.22.5.darwin-arm64.tar.gz', sha256: SHA256, size: 8, os: 'darwin', arch: 'arm64' },
    ],
  },
];

/** Puts a curl of ours first on PATH, so that nothing leaves this machine. */
async function gatherWith(t: TestContext, script: string): Promise<ReleaseArchive> {
  const directory = mkdtempSync(join(tmpdir(), 'goassay-test-'));
  const path = process.env['PATH'] ?? '';
  const host = nodeHost();
  t.after(() => {
    process.env['PATH'] = path;
    rmSync(directory, { recursive: true });
    host.close();
  });
  writeFileSync(join(directory, 'curl'), `#!/bin/sh\n${script}`);
  writeFileSync(join(directory, 'feed.json'), JSON.stringify(FEED));
  chmodSync(join(directory, 'curl'), 0o755);
  process.env['PATH'] = `${directory}${delimiter}${path}`;
  const fact = await releaseArchiveProbe.gather(host, {}, { only: [], profile: 'quick', online: true });
  assert.ok(fact.state === 'known');
  return fact.value;
}

const SERVING = `case "$1" in
-OL) echo archive > "$(basename "$2")" ;;
*) cat "$(dirname "$0")/feed.json" ;;
esac
`;

test('release-archive runs the printed curl and finds the file on the official list', async (t) => {
  const { download, file, official, newestStable } = await gatherWith(t, SERVING);
  assert.equal(download.command, 'curl -OL https://go.dev/dl/go1.22.5.darwin-arm64.tar.gz');
  assert.equal(download.exit, 0);
  assert.equal(file?.sizeBytes, 8);
  assert.equal(file?.sha256, SHA256);
  assert.deepEqual(official, { sizeBytes: 8, sha256: SHA256 });
  assert.equal(newestStable, 'go1.27.4');
});

test('release-archive records a network that is not there', async (t) => {
  const { download, file, official } = await gatherWith(
    t,
    'echo "curl: (6) Could not resolve host" >&2; exit 6\n',
  );
  assert.equal(download.exit, 6);
  assert.match(download.stderr, /resolve/);
  assert.deepEqual([file, official], [undefined, undefined]);
});

test('release-archive takes no nonsense for a list of releases', async (t) => {
  const { listing, newestStable } = await gatherWith(t, 'echo "<html>please log in</html>"\n');
  assert.equal(listing.stdout, '0 releases');
  assert.equal(newestStable, undefined);
});

test('release-archive needs the network, and says so', () => {
  assert.deepEqual(releaseArchiveProbe.cost.network, ['go.dev']);
});
