/** Lines fit their terminal, by our own count of columns and by Python's. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { capability } from '../../../test/capability.ts';
import { anyWish, sampleReport } from '../../../test/sample-report.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { doctor } from '../doctor.ts';
import { columnsOf } from '../width.ts';
import { terminal } from './index.ts';

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
