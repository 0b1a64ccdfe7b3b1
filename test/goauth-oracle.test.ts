/**
 * .netrc files, answers of GOAUTH commands and their words read as the go command reads them: its own
 * source, taken from the GOROOT at hand, is the oracle for thousands of texts made by chance.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { parseNetrc, parseUserAuth, quotedWords } from '../src/formats/goauth.ts';
import { capability } from './capability.ts';
import { NEEDS_GO } from './goassay.ts';

const GOROOT =
  NEEDS_GO.skip === false ? execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim() : '';
const AUTH = `${GOROOT}/src/cmd/go/internal/auth`;
const NEEDS_SOURCE = capability('a Go with cmd/go/internal/auth', existsSync(`${AUTH}/userauth.go`));

const EXPORTS = `package auth

import "oracle/quoted"

type Answers struct {
	Netrc [][3]string
	Headers map[string]map[string][]string
	IsAnswer bool
	Words []string
	AreWords bool
}

func Read(text string) (a Answers) {
	for _, l := range parseNetrc(text) {
		a.Netrc = append(a.Netrc, [3]string{l.machine, l.login, l.password})
	}
	if found, err := parseUserAuth(text); err == nil {
		a.IsAnswer = true
		a.Headers = map[string]map[string][]string{}
		for prefix, header := range found {
			a.Headers[prefix] = header
		}
	}
	words, err := quoted.Split(text)
	a.Words, a.AreWords = words, err == nil
	return a
}
`;
const MAIN = `package main

import (
	"encoding/json"
	"os"
	"oracle/auth"
)

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	answers := make([]auth.Answers, len(texts))
	for i, text := range texts {
		answers[i] = auth.Read(text)
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
`;

interface Answers {
  readonly Netrc: readonly (readonly [string, string, string])[] | null;
  readonly Headers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | null;
  readonly IsAnswer: boolean;
  readonly Words: readonly string[] | null;
  readonly AreWords: boolean;
}

const root = mkdtempSync(join(tmpdir(), 'goassay-goauth-'));
after(() => rmSync(root, { recursive: true, force: true }));

function oracle(texts: readonly string[]): Answers[] {
  for (const directory of ['auth', 'quoted']) mkdirSync(join(root, directory), { recursive: true });
  writeFileSync(join(root, 'go.mod'), 'module oracle\n\ngo 1.24\n');
  writeFileSync(join(root, 'main.go'), MAIN);
  writeFileSync(join(root, 'auth/exports.go'), EXPORTS);
  for (const name of ['netrc.go', 'httputils.go']) cpSync(`${AUTH}/${name}`, join(root, 'auth', name));
  const source = readFileSync(`${AUTH}/userauth.go`, 'utf8');
  writeFileSync(join(root, 'auth/userauth.go'), source.replace('cmd/internal/quoted', 'oracle/quoted'));
  cpSync(`${GOROOT}/src/cmd/internal/quoted/quoted.go`, join(root, 'quoted/quoted.go'));
  return JSON.parse(
    execFileSync('go', ['run', '.'], {
      cwd: root,
      encoding: 'utf8',
      input: JSON.stringify(texts),
      maxBuffer: 2 ** 28,
      env: { ...process.env, GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'local' },
    }),
  ) as Answers[];
}

const ENTRY = [
  'machine a.test ',
  'machine b.test\n',
  'login me ',
  'login you\t',
  'password secret\n',
  'password "p w"\n',
  'default ',
  'macdef init\n',
  '\n',
  '\u00a0',
  "'",
];
const LINES = [
  'X-Token:  t ',
  'Authorization: Bearer t',
  'bad',
  'Bad Name: x',
  ': y',
  'A: \tb',
  'https://a.test/%zz',
  '',
];
const URLS = ['https://a.test/x', 'https://b.test', 'https://a.test/x y', '/p'];
const HEADERS = ['Authorization: Basic eA==', 'X-Token:  t ', 'x-token: u'];
const netrcText = fc.array(fc.constantFrom(...ENTRY), { maxLength: 14 }).map((parts) => parts.join(''));
const block = fc
  .tuple(fc.subarray(URLS), fc.array(fc.constantFrom(...HEADERS), { maxLength: 3 }))
  .map(([urls, headers]) => [...urls, '', ...headers, ''].map((line) => `${line}\n`).join(''));
const anyText = fc.oneof(
  netrcText,
  fc.array(block, { maxLength: 3 }).map((blocks) => blocks.join('')),
  fc
    .tuple(block, fc.array(fc.constantFrom(...LINES), { maxLength: 4 }))
    .map(([text, lines]) => text + lines.join('\n')),
);

test('credentials are read as the go command reads them', NEEDS_SOURCE, () => {
  const texts = fc.sample(anyText, { numRuns: 6000, seed: 8 });
  let found = 0;
  for (const [at, is] of oracle(texts).entries()) {
    const text = texts[at] ?? '';
    const netrc = parseNetrc(text).map(({ machine, login, password }) => [machine, login, password]);
    assert.deepEqual(netrc, is.Netrc ?? [], JSON.stringify(text));
    assert.deepEqual(quotedWords(text), is.AreWords ? (is.Words ?? []) : undefined, JSON.stringify(text));
    const credentials = parseUserAuth(text);
    assert.equal(credentials !== undefined, is.IsAnswer, JSON.stringify(text));
    for (const [prefix, headers] of Object.entries(is.Headers ?? {})) {
      // Go spells odd addresses its own way, and none of those is one of a proxy.
      if (!/^[ab]\.test/.test(prefix) || prefix.includes('%20')) continue;
      const mine = credentials?.get(prefix.replace(/\/$/, '')) ?? [];
      const values = (name: string) =>
        mine.filter((one) => one.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value);
      for (const [name, expected] of Object.entries(headers))
        assert.deepEqual(values(name), expected, JSON.stringify(text));
      assert.equal(mine.length, Object.values(headers).flat().length, JSON.stringify(text));
      found += mine.length;
    }
    found += netrc.length;
  }
  assert.ok(found > 500, `only ${found} credentials in all texts`);
});
