/**
 * Versions, paths and patterns against golang.org/x/mod, on generated words.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  escapePath,
  escapeVersion,
  faultOfFilePath,
  faultOfImportPath,
  faultOfMajor,
  faultOfModulePath,
  splitPathVersion,
  unescapePath,
  unescapeVersion,
} from '../src/formats/module-path.ts';
import { matchesPatterns } from '../src/formats/module-pattern.ts';
import { parsePseudoVersion } from '../src/formats/pseudo-version.ts';
import { canonicalVersion, compareSemver } from '../src/formats/semver.ts';
import { agree, NEEDS_X_MOD } from './x-mod-oracle.ts';

const word = fc.constantFrom(
  'a',
  'B',
  'v',
  '1',
  '0',
  '2',
  '.',
  '-',
  '/',
  '~',
  '+',
  '!',
  '_',
  'v2',
  '/v2',
  '.v1',
  'gopkg.in/',
  'com1',
  'x.y/',
  '-unstable',
  'é',
  ' ',
  '*',
  '?',
  '[',
  ']',
  '^',
  '\\',
  ',',
  '[a-z]',
  '0.',
  '20200101000000',
  '-0.',
  '+incompatible',
  'rc',
);
const text = fc.array(word, { maxLength: 7 }).map((parts) => parts.join(''));
const version = fc.oneof(
  text.map((rest) => `v1.2.3${rest}`),
  text.map((rest) => `v${rest}`),
  text,
);

test('versions are ordered, completed and dated as by x/mod', NEEDS_X_MOD, () => {
  const versions = fc.sample(version, { numRuns: 4000, seed: 7 });
  const canonical = versions.map((one) => ({ Ask: 'canonical', Args: [one] }));
  agree(canonical, ({ Args: [one = ''] }) => canonicalVersion(one) ?? '');
  const pairs = versions.map((one, index) => ({
    Ask: 'compare',
    Args: [one, versions[(index * 7) % 4000] ?? ''],
  }));
  agree(pairs, ({ Args: [one = '', other = ''] }) => Math.sign(compareSemver(one, other)));
  const stamped = fc.sample(
    fc.tuple(version, fc.constantFrom('-', '.', '-0.', '.0.'), fc.constantFrom('', '+incompatible', '+x')),
    { numRuns: 4000, seed: 8 },
  );
  const pseudo = stamped.map(([base, joint, end]) => ({
    Ask: 'pseudo',
    Args: [
      `${base}${joint}20230229120000-abcdef012345${end}`.replace(
        '0229',
        base.length % 2 === 0 ? '0228' : '0229',
      ),
    ],
  }));
  agree(pseudo, ({ Args: [one = ''] }) => {
    const parsed = parsePseudoVersion(one);
    return parsed ? [parsed.base ?? '', parsed.time, parsed.revision] : [];
  });
});

test('paths are allowed, split and escaped as by x/mod', NEEDS_X_MOD, () => {
  const known = [
    'github.com/Azure/x',
    'gopkg.in/yaml.v2',
    'gopkg.in/x.v0',
    'x.y/v02',
    'x.y/z/v1',
    'x.y/a~1',
    'x.y/con.txt/b',
    '',
    '/',
    'a..b/c',
    'x.y/...',
  ];
  const paths = [
    ...known,
    ...fc.sample(text, { numRuns: 6000, seed: 9 }),
    ...fc.sample(text, { numRuns: 3000, seed: 10 }).map((one) => `a.b/${one}`),
  ];
  agree(
    paths.map((path) => ({ Ask: 'paths', Args: [path] })),
    ({ Args: [path = ''] }) => {
      const split = splitPathVersion(path) ?? { prefix: '', major: 'none' };
      return [
        faultOfModulePath(path) === undefined,
        faultOfImportPath(path) === undefined,
        faultOfFilePath(path) === undefined,
        split.prefix,
        split.major,
        escapePath(path) ?? '!',
        escapeVersion(path) ?? '!',
        unescapePath(path) ?? '!',
        unescapeVersion(path) ?? '!',
      ];
    },
  );
  const majors = fc.sample(
    fc.tuple(version, fc.constantFrom('', '/v2', '/v3', '.v0', '.v1', '.v2', '.v1-unstable')),
    { numRuns: 3000, seed: 11 },
  );
  agree(
    majors.map((pair) => ({ Ask: 'major', Args: pair })),
    ({ Args: [one = '', major = ''] }) => faultOfMajor(one, major) === undefined,
  );
});

test('patterns match as GOPRIVATE does', NEEDS_X_MOD, () => {
  // The verified list: what covers corp.test/priv, and what silently does not.
  const covers = [
    'corp.test',
    'corp.test/',
    'corp.test/*',
    'corp.test/priv',
    'corp.test/priv*',
    '*corp.test',
    '*',
    '*/*',
    '**/priv',
    'corp.*',
    'c?rp.test',
    '[a-c]orp.test',
    'corp\\.test',
  ];
  const not = [
    'corp.test/pri',
    '*.corp.test',
    'corp.test/*/*',
    'https://corp.test',
    'CORP.test',
    'x corp.test',
    'x;corp.test',
    '[',
    '!corp.test',
    'x.test, corp.test',
  ];
  for (const glob of covers) assert.ok(matchesPatterns(glob, 'corp.test/priv'), glob);
  for (const glob of not) assert.ok(!matchesPatterns(glob, 'corp.test/priv'), glob);
  const glob = fc
    .array(
      fc.constantFrom('*', '?', '[', ']', '^', '\\', ',', '/', 'a', 'b', '-', '[a-b]', '[^a]', 'é', '**'),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(''));
  const target = fc
    .array(fc.constantFrom('a', 'b', '/', '-', 'é', '*'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const pairs = [
    ...[...covers, ...not].flatMap((one) =>
      ['corp.test/priv', 'corp.test', 'git.corp.test/x'].map((path) => [one, path]),
    ),
    ...fc.sample(fc.tuple(glob, target), { numRuns: 30_000, seed: 12 }),
  ];
  agree(
    pairs.map((pair) => ({ Ask: 'match', Args: pair })),
    ({ Args: [globs = '', path = ''] }) => matchesPatterns(globs, path),
  );
});
