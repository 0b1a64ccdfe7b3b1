import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { capability } from '../../../test/capability.ts';
import { anyWish, sampleReport } from '../../../test/sample-report.ts';
import { table } from '../../model/figure.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { doctor } from '../doctor.ts';
import { columnsOf } from '../width.ts';
import { terminal } from './index.ts';
import { textTable } from './table.ts';

const LANGUAGES = ['en', 'zh'] as const;

/** Commands are not broken where that would change them, so their lines are left out. */
function printedLines(text: string): string[] {
  const lines = text.split('\n');
  return lines.filter((line, index) => !/^ *\$ /.test(line) && !lines[index - 1]?.endsWith(' \\'));
}

const words = fc
  .array(
    fc.constantFrom('go', ' ', '中', '文，', '（', '）', '/usr/local/go/bin/go', 'x'.repeat(100), '👩‍💻', 'é'),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

test('no line is wider than the terminal, in either language', () => {
  fc.assert(
    fc.property(anyWish(words), fc.integer({ min: 40, max: 120 }), (wish, columns) => {
      const report = sampleReport(wish);
      for (const language of LANGUAGES) {
        for (const render of [terminal, doctor]) {
          for (const line of printedLines(render(report, { language, columns, colour: false })))
            assert.ok(columnsOf(line) <= columns, `${columnsOf(line)} > ${columns}: ${line}`);
        }
      }
    }),
    { numRuns: 25 },
  );
});

const ASK_PYTHON = `
import sys, unicodedata as u
def width(s): return sum(0 if u.combining(c) else 2 if u.east_asian_width(c) in 'WF' else 1 for c in s)
print(max(width(line) for line in sys.stdin.buffer.read().decode('utf-8').split('\\n')))
`;

test(
  'no line is wider than 80 columns by Python’s unicodedata either',
  capability('Python 3', spawnSync('python3', ['-c', ''], { timeout: 20_000 }).status === 0),
  () => {
    const report = sampleReport({
      outcomes: OUTCOMES.flatMap((outcome) => [outcome, outcome, outcome]),
      words: '中文 go1.26.8，/usr/local/go/bin/go（见 W1.03）',
    });
    for (const language of LANGUAGES) {
      for (const render of [terminal, doctor]) {
        const input = printedLines(render(report, { language, columns: 80, colour: false })).join('\n');
        const { stdout } = spawnSync('python3', ['-c', ASK_PYTHON], { input, encoding: 'utf8' });
        const widest = Number(stdout);
        assert.ok(widest > 60 && widest <= 80, `${widest} columns`);
      }
    }
  },
);

test('statements without a claim are counted and not listed', () => {
  const text = terminal(sampleReport({ outcomes: OUTCOMES }), { language: 'en', columns: 80, colour: false });
  assert.ok(text.split('\n').length < 80, text);
  assert.match(text, /48 not answered by this version/);
});

test('an interrupted run says so at the top and at the bottom', () => {
  const report = sampleReport({ outcomes: OUTCOMES, complete: false });
  for (const render of [terminal, doctor]) {
    const text = render(report, { language: 'zh', columns: 80, colour: false });
    assert.equal(text.match(/本次运行被中断/g)?.length, 2);
    assert.match(text.trimEnd().split('\n').slice(-2).join(''), /本次运行被中断/);
  }
});

test('refuted statements and refuted checks are counted apart', () => {
  const report = sampleReport({
    outcomes: ['refuted', 'refuted', 'refuted'],
    answers: [[], ['W1.03', 'W1.04'], ['W1.03']],
  });
  const text = terminal(report, { language: 'en', columns: 80, colour: false });
  assert.match(text, /^Refuted: 2 statements of the paper, 1 check of our own$/m);
});

test('findings of one remedy stand together, each with its own reason', () => {
  const report = sampleReport({
    outcomes: ['confirmed', ...Array<'not-applicable'>(30).fill('not-applicable')],
    own: 0,
  });
  const text = terminal(report, { language: 'en', columns: 80, colour: false });
  const section = text.slice(text.indexOf('What could not be decided'));
  assert.equal(section.match(/→ Use a Mac/g)?.length, 1);
  assert.equal(section.match(/It is go1\.26\.8, 42 of 43/g)?.length, 1);
});

test('columns of a table are aligned in Chinese too', () => {
  const lines = textTable(
    table(
      { en: 't', zh: '表' },
      [
        { en: 'version', zh: '版本' },
        { en: 'go', zh: 'go 命令' },
      ],
      [
        ['go1.26.8', { en: 'here', zh: '模块缓存' }],
        ['x', 'y'],
      ],
    ),
    'zh',
    60,
  );
  assert.deepEqual(lines, ['版本      go 命令', '--------  --------', 'go1.26.8  模块缓存', 'x         y']);
});

test('a table that is too wide is written row by row', () => {
  const columns = Array.from({ length: 12 }, (_, index) => `column ${index}`);
  const lines = textTable(
    table({ en: 't', zh: '表' }, columns, [columns.map(() => 'long enough')]),
    'en',
    60,
  );
  assert.equal(lines[0], '- column 0: long enough');
  assert.equal(lines[1], '  column 1: long enough');
});
