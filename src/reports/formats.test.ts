import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import { reportSchema } from '../model/report.ts';
import { OUTCOMES } from '../model/outcome.ts';
import { LARGEST } from './markdown/trim.ts';
import { statementCounts } from './summary.ts';
import { SIGNS } from './words.ts';

test('every finding stands in every format with its word', () => {
  const report = sampleReport({ outcomes: [...OUTCOMES, ...OUTCOMES, ...OUTCOMES] });
  for (const language of LANGUAGES) {
    for (const format of ['html', 'terminal', 'markdown'] as const) {
      const text = render(report, format, language).replaceAll(/\s+/g, ' ');
      for (const { id, answers, verdict } of report.findings) {
        assert.ok(text.includes(answers[0] ?? id), `${format}/${language} lacks ${id}`);
        assert.ok(text.includes(SIGNS[verdict.outcome].word[language]), `${format}/${language} lacks a word`);
      }
    }
  }
});

test('Markdown is trimmed section by section below 900 KiB, and says so', () => {
  const long = '字'.repeat(1900);
  const report = sampleReport({
    outcomes: Array.from({ length: 300 }, () => 'refuted' as const),
    words: long,
  });
  const text = render(report, 'markdown');
  assert.ok(new TextEncoder().encode(text).length <= LARGEST);
  assert.match(text, /Left out, because a step summary must stay below 900 KiB: .*Evidence for/);
  assert.match(text, /^### goassay/);
});

test('an interrupted run says so at the top of every format of people', () => {
  const report = sampleReport({ outcomes: OUTCOMES, complete: false });
  for (const id of ['html', 'terminal', 'markdown', 'doctor'] as const) {
    assert.match(render(report, id), /This run was interrupted/, id);
    assert.match(render(report, id, 'zh'), /本次运行被中断/, id);
  }
});

test('the report that is rendered fits its published schema', () => {
  reportSchema.parse(sampleReport({ outcomes: OUTCOMES }));
});

test('colour is only where it was asked for, and never instead of a word', () => {
  const report = sampleReport({ outcomes: OUTCOMES });
  const plain = render(report, 'terminal');
  const coloured = render(report, 'terminal', 'en', 80, true);
  assert.ok(!plain.includes('\u001b'));
  // oxlint-disable-next-line no-control-regex -- the escape is what is taken out
  assert.equal(coloured.replaceAll(/\u001b\[\d+m/g, ''), plain);
});

test('statementCounts() tells refuted ones first', () => {
  assert.equal(
    statementCounts(
      sampleReport({ outcomes: ['confirmed', 'confirmed', 'confirmed', 'confirmed', 'refuted'] }),
    )[0]?.[0],
    'refuted',
  );
});
