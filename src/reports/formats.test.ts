import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import { reportSchema } from '../model/report.ts';
import { OUTCOMES } from '../model/outcome.ts';
import { verbatim } from '../model/text.ts';
import { figureTable } from './figure-table.ts';
import { LARGEST } from './markdown/trim.ts';
import { statementCounts } from './summary.ts';
import { distributionTable } from './terminal/distribution.ts';
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

test('a run without statements of the paper is told as checks, in every format of people', () => {
  const report = sampleReport({
    outcomes: ['refuted', 'confirmed'],
    own: 2,
    notAsked: LEDGER.map(({ id }) => id),
  });
  for (const language of LANGUAGES) {
    for (const id of ['html', 'terminal', 'markdown'] as const) {
      const text = render(report, id, language);
      assert.match(text, /Checked on this machine|在本机上检查/, id);
      assert.ok(!/269|W1\.01/.test(text), `${id} tells of the paper`);
      for (const { statement } of report.findings)
        assert.ok(text.replaceAll(/\s+/g, ' ').includes(statement[language].slice(0, 12)), id);
    }
  }
});

test('a distribution is told on a terminal by the quartiles that R gives', () => {
  const unit = verbatim('ms');
  const { rows } = figureTable(
    distributionTable({
      type: 'ecdf',
      title: unit,
      unit,
      series: [{ label: verbatim('A'), values: [8, 1, 4, 2] }],
    }),
  );
  // R 4.2.2: quantile(c(1, 2, 4, 8))
  assert.deepEqual(
    rows[0]?.map(({ en }) => en),
    ['A', '4', '1', '1.75', '3', '5', '8'],
  );
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
