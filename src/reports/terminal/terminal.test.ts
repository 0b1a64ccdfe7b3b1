import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleReport } from '../../../test/sample-report.ts';
import { table } from '../../model/figure.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { doctor } from '../doctor.ts';
import { terminal } from './index.ts';
import { textTable } from './table.ts';

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
