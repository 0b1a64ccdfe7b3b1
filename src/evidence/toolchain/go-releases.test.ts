import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareGoReleases } from '../../formats/go-version.ts';
import { defectsOf } from './go-defects.ts';
import { GO_RELEASES, newestRelease, RELEASES_AS_OF, releasesUntil, supportEnded } from './go-releases.ts';

test('the table is in the order of the numbers, and within a line in the order of the days', () => {
  assert.deepEqual(GO_RELEASES.toSorted(compareGoReleases), GO_RELEASES);
  for (const [index, one] of GO_RELEASES.entries()) {
    const next = GO_RELEASES[index + 1];
    if (next?.minor === one.minor) assert.ok(one.date < next.date, `${one.version} ${next.version}`);
    assert.match(one.date, /^20\d\d-[01]\d-[0-3]\d$/);
    assert.ok(one.date <= RELEASES_AS_OF);
  }
});

/** From the release history of go.dev. */
const KNOWN = {
  go1: '2012-03-28',
  'go1.16': '2021-02-16',
  'go1.20': '2023-02-01',
  'go1.21.0': '2023-08-08',
  'go1.22.5': '2024-07-02',
  'go1.27.0': '2026-08-19',
};

test('the table has the days of the release history', () => {
  for (const [version, date] of Object.entries(KNOWN))
    assert.equal(GO_RELEASES.find((release) => release.version === version)?.date, date, version);
});

test('newestRelease() and supportEnded() answer for a day', () => {
  const then = releasesUntil('2024-07-10');
  assert.equal(newestRelease(then)?.version, 'go1.22.5');
  assert.equal(newestRelease(then, 21)?.version, 'go1.21.12');
  assert.equal(supportEnded(then, 21), undefined);
  assert.equal(supportEnded(then, 20), '2024-02-06');
  assert.equal(newestRelease(GO_RELEASES)?.version, 'go1.27.4');
  assert.equal(supportEnded(GO_RELEASES, 25), '2026-08-19');
  assert.equal(supportEnded(GO_RELEASES, 26), undefined);
});

const MAC = { system: 'darwin', architecture: 'arm64', macOs: 26 };
const LINUX = { system: 'linux', architecture: 'arm64' };

/** Versions and issues from the threads that go-defects.ts cites. */
const DEFECTS = [
  ['go1.23.11', MAC, ['golang/go#68678', 'golang/go#73259']],
  ['go1.23.12', MAC, ['golang/go#68678']],
  ['go1.23.12', { ...MAC, macOs: 15 }, []],
  ['go1.19.13', MAC, ['golang/go#73259']],
  ['go1.13.15', MAC, []],
  ['go1.22.5', LINUX, ['golang/go#73259']],
  ['go1.24.0', LINUX, ['golang/go#73259', 'golang/go#71932', 'golang/go#80188']],
  ['go1.24.13', LINUX, ['golang/go#80188']],
  ['go1.25.12', LINUX, ['golang/go#80188']],
  ['go1.25.13', LINUX, []],
  ['go1.26.5', LINUX, ['golang/go#80188']],
  ['go1.26.8', LINUX, []],
  ['go1.27.4', LINUX, []],
  ['go1.24.0', { system: 'linux', architecture: 'amd64' }, []],
  ['devel go1.28-0abcdef', LINUX, []],
] as const;

for (const [version, target, issues] of DEFECTS) {
  test(`defectsOf() ${version} on ${target.system}/${target.architecture} are ${issues.join(', ') || 'none'}`, () => {
    assert.deepEqual(
      defectsOf(version, target).map(({ issue }) => issue),
      issues,
    );
  });
}
