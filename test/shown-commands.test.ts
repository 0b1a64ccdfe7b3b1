import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { columnsOf } from '../src/reports/width.ts';
import { commandLines } from '../src/reports/terminal/command.ts';

/** What a POSIX shell makes of it: the authority on what may be pasted. */
function printed(command: string): string {
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(stderr, '');
  return stdout;
}

function pasted(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^\$ /, '')).join('\n');
}

test('commandLines() leaves a short command alone', () => {
  assert.deepEqual(commandLines('go env -u GOROOT', 80), ['$ go env -u GOROOT']);
});

test('commandLines() breaks outside of quotes only', () => {
  const command =
    'go install golang.org/dl/go1.26.11@latest && "$(go env GOPATH)/bin/go1.26.11" download && export X=1';
  assert.deepEqual(commandLines(command, 50), [
    '$ go install golang.org/dl/go1.26.11@latest && \\',
    '    "$(go env GOPATH)/bin/go1.26.11" download && \\',
    '    export X=1',
  ]);
});

const WORDS = fc.constantFrom(
  'plain',
  'a-rather-long-word/with/slashes',
  `'two words'`,
  `"two words"`,
  `"$(printf '%s %s' "in ner" x)"`,
  `"it's"`,
  `'say "hi"'`,
  'back\\ slash',
  '$(printf %s "a b")',
  `"back\\"slash  two"`,
  '`echo tick  tock`',
);

test('what is pasted means what was written, at every width', () => {
  fc.assert(
    fc.property(
      fc.array(WORDS, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 10, max: 80 }),
      (list, columns) => {
        const command = `printf '<%s>' ${list.join(' ')}`;
        const lines = commandLines(command, columns);
        assert.equal(printed(pasted(lines)), printed(command));
        const widest = Math.max(...list.map((word) => word.length), 'printf'.length) + 6;
        for (const line of lines) assert.ok(columnsOf(line) <= Math.max(columns, widest), line);
      },
    ),
    { numRuns: 25 },
  );
});

test('commandLines() does not break behind a comment, and lets no escape through', () => {
  const lines = commandLines('go version # this is why it is said at such length', 20);
  assert.equal(lines.at(-1), '    # this is why it is said at such length');
  assert.ok(!commandLines('go \u001b[31mversion', 80).join('').includes('\u001b'));
});
