import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { capability } from './capability.ts';
import { columnsOf, pad, wrap } from '../src/reports/width.ts';

// Widths as wcwidth(3) of glibc 2.36 gives them (python: sum of wcwidth per character).
const WIDTHS: readonly (readonly [text: string, columns: number])[] = [
  ['go version', 10],
  ['已证伪', 6],
  ['go 命令，', 9],
  ['（a）', 5],
  ['e\u0301', 1],
  ['✓ ✗ – ·', 7],
  ['“引号”', 6],
  ['', 0],
];

for (const [text, columns] of WIDTHS) {
  test(`columnsOf() gives “${text}” ${columns} columns`, () => assert.equal(columnsOf(text), columns));
}

// Emoji as terminals draw them that follow UAX #11 and UTS #51: two columns for the whole cluster.
for (const emoji of ['✅', '❌', '⭐', '👍🏽', '👩‍💻', '🇨🇳', '⚠️', '🦫']) {
  test(`columnsOf() gives the cluster ${emoji} 2 columns`, () => assert.equal(columnsOf(emoji), 2));
}

const python = spawnSync('python3', ['-c', 'import unicodedata'], { timeout: 20_000 });

/** Prints every assigned character that takes two columns (W or F), then every one that takes one. */
const ASK_PYTHON = `
import unicodedata as u, json
wide, narrow = [], []
for c in range(0x20, 0x110000):
    s = chr(c)
    k = u.category(s)
    if k in ('Cn', 'Cc', 'Cf', 'Cs', 'Co', 'Mn', 'Me', 'Mc', 'Zl', 'Zp'): continue
    (wide if u.east_asian_width(s) in 'WF' else narrow).append(c)
print(json.dumps([wide, narrow]))
`;

test(
  'columnsOf() agrees with Python’s unicodedata on every character',
  capability('Python 3', python.status === 0),
  () => {
    const { stdout } = spawnSync('python3', ['-c', ASK_PYTHON], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const [wide, narrow] = JSON.parse(stdout) as [number[], number[]]; // as the program above prints it
    assert.ok(wide.length > 90_000 && narrow.length > 10_000, 'Python told too little');
    const wrongly = (points: readonly number[], columns: number): string[] =>
      points
        .filter((point) => columnsOf(String.fromCodePoint(point)) !== columns && !CHANGED.has(point))
        .map((point) => point.toString(16));
    assert.deepEqual(wrongly(wide, 2), [], 'wide');
    assert.deepEqual(wrongly(narrow, 1), [], 'narrow');
  },
);

/** Wide since Unicode 16 only, which older Pythons do not know; regional indicators stand in pairs. */
const CHANGED = new Set([
  ...range(0x2630, 0x2637),
  ...range(0x268a, 0x268f),
  ...range(0x4dc0, 0x4dff),
  ...range(0x1d300, 0x1d376),
  ...range(0x1f1e6, 0x1f1ff),
]);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

test('pad() fills to columns, not to characters', () => {
  assert.equal(pad('中', 4), '中  ');
  assert.equal(pad('7', 3, 'left'), '  7');
  assert.equal(pad('too long', 3), 'too long');
});

const mixed = fc
  .array(
    fc.constantFrom(
      'go ',
      'version ',
      '中',
      '文，',
      '（',
      '）',
      'x'.repeat(30),
      '/usr/local/go/bin/go ',
      '。',
      'a',
      '👩‍💻',
      '“',
      '”',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('wrap() keeps every line within its columns and loses no character but blanks', () => {
  fc.assert(
    fc.property(
      mixed,
      fc.integer({ min: 10, max: 90 }),
      fc.constantFrom('', '    '),
      (text, columns, indent) => {
        const lines = wrap(text, columns, indent);
        for (const line of lines)
          assert.ok(columnsOf(line) <= columns, `${columnsOf(line)} > ${columns}: ${line}`);
        assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      },
    ),
  );
});

test('wrap() does not begin a line with closing punctuation', () => {
  assert.deepEqual(wrap('本机可判定四十二条，其中', 18), ['本机可判定四十二', '条，其中']);
});

test('wrap() does not end a line with opening punctuation', () => {
  assert.deepEqual(wrap('最新为 go1.27（2026 年）', 16), ['最新为 go1.27', '（2026 年）']);
  assert.deepEqual(wrap('该条件见《白皮书》', 10), ['该条件见', '《白皮书》']);
});

test('wrap() breaks between Latin words parted by Chinese punctuation', () => {
  assert.deepEqual(wrap('heap/objects:objects；/memory/classes 给出', 24), [
    'heap/objects:objects；',
    '/memory/classes 给出',
  ]);
});

test('wrap() breaks a word that is longer than a line behind a slash, if it has one', () => {
  assert.deepEqual(wrap('/proc/sys/kernel/arch', 20), ['/proc/sys/kernel/', 'arch']);
});
