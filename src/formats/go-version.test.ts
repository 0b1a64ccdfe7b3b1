import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../bytes/error.ts';
import { compareGoReleases, parseGoRelease, parseGoVersionFile, parseGoVersionLine } from './go-version.ts';

/** As printed by these releases; the boringcrypto and devel lines as in golang/go issue reports. */
const LINES = [
  ['go version go1.26.8 linux/amd64', 'go1.26.8', 'linux', 'amd64'],
  ['go version go1.22.5 darwin/arm64', 'go1.22.5', 'darwin', 'arm64'],
  ['go version go1.24.9 X:boringcrypto linux/arm64', 'go1.24.9 X:boringcrypto', 'linux', 'arm64'],
  [
    'go version devel go1.28-5ee2f3d Tue Nov 3 10:11:12 2026 +0000 darwin/arm64',
    'devel go1.28-5ee2f3d Tue Nov 3 10:11:12 2026 +0000',
    'darwin',
    'arm64',
  ],
] as const;

for (const [line, version, system, architecture] of LINES) {
  test(`parseGoVersionLine() reads "${line}"`, () => {
    assert.deepEqual(parseGoVersionLine(line), { version, system, architecture });
  });
}

test('parseGoVersionLine() says what it read instead', () => {
  for (const line of ['', 'zsh: command not found: go', 'gccgo (Debian 12.2.0-14) 12.2.0'])
    assert.throws(() => parseGoVersionLine(line), FormatError);
});

test('parseGoVersionFile() reads the file with and without its time', () => {
  assert.deepEqual(parseGoVersionFile('go1.26.8\ntime 2026-10-06T16:54:21Z\n'), {
    version: 'go1.26.8',
    time: '2026-10-06T16:54:21Z',
  });
  assert.deepEqual(parseGoVersionFile('go1.19.8'), { version: 'go1.19.8' });
  assert.throws(() => parseGoVersionFile('<html>'), FormatError);
});

test('parseGoRelease() takes releases apart and leaves the rest', () => {
  assert.deepEqual(parseGoRelease('go1.22.5'), { major: 1, minor: 22, patch: 5, candidate: '' });
  assert.deepEqual(parseGoRelease('go1.20'), { major: 1, minor: 20, patch: 0, candidate: '' });
  assert.deepEqual(parseGoRelease('go1.26rc2'), { major: 1, minor: 26, patch: 0, candidate: 'rc2' });
  assert.deepEqual(parseGoRelease('go1.24.9 X:boringcrypto')?.patch, 9);
  assert.equal(parseGoRelease('devel go1.28-5ee2f3d'), undefined);
  assert.equal(parseGoRelease('1.22.5'), undefined);
});

test('compareGoReleases() orders betas, candidates, releases and patches', () => {
  const order = ['go1.9.7', 'go1.26beta2', 'go1.26rc1', 'go1.26rc10', 'go1.26.0', 'go1.26.8', 'go1.27.4'];
  const releases = order.map((version) => parseGoRelease(version)).filter((one) => one !== undefined);
  assert.deepEqual(releases.toReversed().toSorted(compareGoReleases), releases);
});
