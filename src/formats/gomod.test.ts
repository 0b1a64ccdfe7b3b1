import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { parseGoMod, parseGoModLeniently } from './gomod.ts';
import { parseGoWork } from './gowork.ts';

/** As `go mod edit -json` prints it; the whole grammar is held against x/mod in test/module-files-oracle.test.ts. */
const WHOLE = `// Deprecated: use example.com/new.
module "example.com/old" // trailing

go 1.26.0
toolchain go1.26.8
godebug default=go1.21
require (
	example.com/a v1.2.3 // indirect; see below
	example.com/b v2.0.0+incompatible

	// not indirect
	example.com/c/v3 v3.0.1 // indirectly
)
exclude example.com/a v1.2.2
replace example.com/a => ../a
replace example.com/b v2.0.0+incompatible => example.com/fork v0.1.0
retract [v1.0.0, v1.0.5] // broken
tool example.com/a/cmd/tool
ignore ./node_modules
`;

test('parseGoMod() reads every directive', () => {
  assert.deepEqual(parseGoMod(WHOLE), {
    module: { path: 'example.com/old', deprecated: 'use example.com/new.\ntrailing' },
    go: '1.26.0',
    toolchain: 'go1.26.8',
    godebug: [{ key: 'default', value: 'go1.21' }],
    require: [
      { path: 'example.com/a', version: 'v1.2.3', line: 8, indirect: true },
      { path: 'example.com/b', version: 'v2.0.0+incompatible', line: 9, indirect: false },
      { path: 'example.com/c/v3', version: 'v3.0.1', line: 12, indirect: false },
    ],
    exclude: [{ path: 'example.com/a', version: 'v1.2.2', line: 14 }],
    replace: [
      { old: { path: 'example.com/a' }, new: { path: '../a' }, line: 15 },
      {
        old: { path: 'example.com/b', version: 'v2.0.0+incompatible' },
        new: { path: 'example.com/fork', version: 'v0.1.0' },
        line: 16,
      },
    ],
    retract: [{ low: 'v1.0.0', high: 'v1.0.5', rationale: 'broken' }],
    tool: ['example.com/a/cmd/tool'],
    ignore: ['./node_modules'],
  });
});

const MISTAKES: readonly (readonly [text: string, message: RegExp, offset: number])[] = [
  ['module a\nfoo b\n', /no directive "foo" in line 2$/, 9],
  ['module é /* x */\n', /\/\/, not with \/\* in line 1, column 10$/, 10],
  ['module a\nrequire (\n\ta.b v1.0.0\n', /block that begins in line 2 has no end in line 4$/, 31],
  ['require a.b v2.0.0\n', /must be v0 or v1 for that path, not v2 in line 1$/, 0],
  ['require a.b one\nfoo\n', /"one" is no version such as v1\.2\.3 in line 1; 1 more after it$/, 0],
  ['require (\n\ta.b v1.0.0 x\n)\n', /takes a path and a version in line 2, column 2$/, 11],
];

for (const [text, message, offset] of MISTAKES) {
  test(`parseGoMod() says where ${JSON.stringify(text)} goes wrong`, () => {
    assert.throws(
      () => parseGoMod(text),
      (error) => error instanceof FormatError && message.test(error.message) && error.offset === offset,
    );
  });
}

test('parseGoModLeniently() passes over what a newer Go may have added', () => {
  const { go, replace } = parseGoModLeniently('module a.b\ngo v1.21rc\nfuture (\n\tx\n)\nreplace nonsense\n');
  assert.equal(go, '1.21');
  assert.deepEqual(replace, []);
});

test('any text gives a value or a FormatError', () => {
  const piece = fc.constantFrom(
    'require',
    ' ',
    '\n',
    '(',
    ')',
    '"',
    '`',
    '//',
    'a.b',
    'v1.2.3',
    '=>',
    '\\x',
    '[',
    ',',
    ']',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      for (const parse of [parseGoMod, parseGoModLeniently, parseGoWork]) {
        try {
          parse(pieces.join(''));
        } catch (error) {
          assert.ok(error instanceof FormatError, String(error));
        }
      }
    }),
  );
});
