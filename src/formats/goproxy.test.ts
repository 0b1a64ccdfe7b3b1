import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../bytes/error.ts';
import { parseProxyList } from './goproxy.ts';

test('parseProxyList() ends at direct and off, trims, skips what is empty and adds https', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['https://a.test,direct', 'https://a.test missing, direct missing'],
    ['https://a.test|direct|https://b.test', 'https://a.test any, direct any'],
    [' https://a.test/ , ,off,x', 'https://a.test missing, off missing'],
    ['a.test/path', 'https://a.test/path missing'],
    ['file:///srv/mod', 'file:///srv/mod missing'],
    ['direct,garbage://%%', 'direct missing'],
    ['', ''],
  ];
  for (const [text, entries] of rows)
    assert.equal(
      parseProxyList(text)
        .map(({ at, goesOn }) => `${at} ${goesOn}`)
        .join(', '),
      entries,
    );
});

test('parseProxyList() refuses what go refuses, and tells no password', () => {
  for (const text of ['Direct', 'none', 'ftp://a.test', '/srv/mod', 'https://'])
    assert.throws(() => parseProxyList(text), FormatError, text);
  assert.throws(
    () => parseProxyList('ftp://gopher:hunter2@a.test'),
    (error) => !String(error).includes('hunter2'),
  );
});
