import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sha256, signer, verifyEd25519 } from '../../test/sample-log.ts';
import { FormatError } from '../bytes/error.ts';
import { formatNote, openNote, parseNote, parseVerifierKey } from './note.ts';
import { parseTreeHead } from './sumdb-answer.ts';

/** The public key of the Go checksum database, from cmd/go/internal/modfetch/key.go. */
const PUBLIC = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

/** What the real database answered to /latest on 2026-11-28. */
const LATEST = `go.sum database tree
72352793
E3tRbxBMQ62zVhkGypCFzU+3shyRx2xAxGZpNJ1N7mI=

— sum.golang.org Az3grqNXZjLDcf3Sca4OSpDwELlnH/6LrsfZ3edvcrYuf0pMWxaPlphZBX16RH7NkxIr/XxStickVVTnlfBcishEZAU=
`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (text: string, key = PUBLIC): string =>
  openNote(parseNote(bytes(text)), parseVerifierKey(key, sha256), verifyEd25519);

test('openNote() accepts a tree head of the public database, and reads its size', () => {
  assert.equal(parseTreeHead(open(LATEST)).size, 72_352_793);
});

test('openNote() refuses the same note with anything changed', () => {
  const changed: readonly (readonly [string, string])[] = [
    ['72352793', '72352794'],
    ['E3tRbx', 'E3tRby'],
    ['— sum.golang.org Az3grqNX', '— sum.golang.org Az3grqNY'],
    ['— sum.golang.org Az3grq', '— sum.golang.org Az3grr'],
    ['— sum.golang.org', '— sum.golang.net'],
    ['\n\n—', '\n\n\n—'],
    ['go.sum', 'Go.sum'],
    ['ZAU=\n', 'ZAU='],
    ['ZAU=\n', 'ZAV=\n'],
    ['— sum', '- sum'],
    ['\n72352793', '\n\u000072352793'],
    ['\n\n', '\n'],
  ];
  for (const [from, to] of changed)
    assert.throws(() => open(LATEST.replace(from, to)), FormatError, `${from} became ${to}`);
});

test('openNote() passes over signatures of others, a hundred in all and no more', () => {
  const own = signer('log.example');
  const other = signer('witness.example', 2);
  const text = 'go.sum database tree\n';
  const others = (count: number): string[] => Array.from({ length: count }, () => other.line(text));
  const noteOf = (lines: readonly string[]): string => new TextDecoder().decode(formatNote(text, lines));
  assert.equal(open(noteOf([...others(99), own.line(text)]), own.verifier), text);
  assert.throws(() => open(noteOf([...others(100), own.line(text)]), own.verifier), /101 signatures/);
  assert.throws(() => open(noteOf(others(2)), own.verifier), /no signature by log.example/);
  const stranger = signer('log.example', 3);
  assert.throws(() => open(noteOf([stranger.line(text)]), own.verifier), /no signature/);
  assert.throws(() => open(noteOf([own.line('another text\n')]), own.verifier), /not of this text/);
});

test('parseVerifierKey() divides at the first two pluses and refuses what is no key', () => {
  assert.equal(parseVerifierKey(PUBLIC, sha256).name, 'sum.golang.org');
  const wrong = [
    '',
    'sum.golang.org',
    `${PUBLIC}x`,
    PUBLIC.replace('033d', '033e'),
    PUBLIC.replace('sum', 'su m'),
  ];
  for (const text of [...wrong, 'on', 'off', 'a+033de0ae+', PUBLIC.replace('+Ac', '+Ag')])
    assert.throws(() => parseVerifierKey(text, sha256), FormatError, text);
});

test('parseNote() makes a note or a FormatError of any bytes', () => {
  const near = fc.array(fc.constantFrom('\n', '—', ' ', 'a', 'AAAAAAA=', '\u0000', 'go.sum database tree'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        near.map((parts) => bytes(parts.join(''))),
      ),
      (input) => {
        try {
          assert.ok(parseNote(input).text.endsWith('\n'));
        } catch (error) {
          assert.ok(error instanceof FormatError);
        }
      },
    ),
  );
});
