import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../test/sample-log.ts';
import { hexOf } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { hashesIn, parseLookup, parseTreeHead } from './sumdb-answer.ts';
import { leafHash } from './tlog.ts';

/** What the real database answers for the toolchain of Go 1.26.8; record and number as logged. */
const LOOKUP = `61743986
golang.org/toolchain v0.0.1-go1.26.8.linux-amd64 h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=
golang.org/toolchain v0.0.1-go1.26.8.linux-amd64/go.mod h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=

go.sum database tree
66332798
czPocWFmMwQrSENohgEPvFiqA+2i/3lRZhHbxtma2UQ=

— sum.golang.org Az3grh19zTBOmg0dGOAELF5SP1N/QTSsuYwquERee13uccsbttgwVlS/0MhlHd7IEvb6fQVKmu7XFovf0PT1tKOnHQo=
`;
const PATH = 'golang.org/toolchain';
const VERSION = 'v0.0.1-go1.26.8.linux-amd64';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('parseLookup() takes number, record and note apart', () => {
  const { id, record, note } = parseLookup(bytes(LOOKUP));
  assert.equal(id, 61_743_986);
  assert.ok(new TextDecoder().decode(record).endsWith('LeS0=\n'));
  assert.ok(new TextDecoder().decode(note).startsWith('go.sum database tree\n'));
  assert.equal(hexOf(leafHash(sha256, record)).length, 64);
  assert.equal(hashesIn(record, PATH, VERSION).zip, 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=');
});

test('parseLookup() refuses what is no answer', () => {
  const changes: readonly (readonly [string | RegExp, string])[] = [
    [/^61743986/, '+61743986'],
    [/^61743986/, '061743986'],
    [/^61743986/, '6174398600000000000'],
    [/^61743986/, '-1'],
    [/^61743986/, ''],
    [/^61743986\n/, '61743986\n\n'],
    [/\n\n[\s\S]*/, '\n'],
    ['toolchain', 'tool\u0001chain'],
  ];
  for (const [from, to] of changes)
    assert.throws(() => parseLookup(bytes(LOOKUP.replace(from, to))), FormatError, String(from));
  assert.throws(() => parseLookup(Uint8Array.of(0x31, 0x0a, 0xff, 0x0a, 0x0a)), FormatError);
});

test('hashesIn() wants both lines of that very version, once', () => {
  const { record } = parseLookup(bytes(LOOKUP));
  const text = new TextDecoder().decode(record);
  const [zip = '', mod = ''] = text.split('\n');
  for (const lines of [[zip], [mod], [zip, zip, mod], [zip, mod, mod], [zip.replace('h1:', 'h2:'), mod], []])
    assert.throws(() => hashesIn(bytes(`${lines.join('\n')}\n`), PATH, VERSION), FormatError);
  assert.throws(() => hashesIn(record, PATH, 'v0.0.1-go1.26.8.linux-arm64'), /0 lines/);
  assert.throws(() => hashesIn(record, 'toolchain', VERSION), /0 lines/);
});

test('parseTreeHead() takes one spelling of a size and lines that are yet to come', () => {
  const head = 'go.sum database tree\n7\nE3tRbxBMQ62zVhkGypCFzU+3shyRx2xAxGZpNJ1N7mI=\n';
  assert.equal(parseTreeHead(head).size, 7);
  assert.equal(parseTreeHead(`${head}a line of the future\n`).size, 7);
  for (const size of ['07', '+7', ' 7', '7 ', '0x7', '7.0', '', '-7', '9007199254740993'])
    assert.throws(() => parseTreeHead(head.replace('\n7\n', `\n${size}\n`)), FormatError, size);
  assert.throws(() => parseTreeHead(head.replace('mI=', 'mJ=')), FormatError);
  assert.throws(() => parseTreeHead(head.replace('tree', 'tree v2')), FormatError);
});
