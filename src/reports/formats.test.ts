import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anyWish, HOSTILE, sampleReport } from '../../test/sample-report.ts';
import { reportSchema, type Report, type Standing } from '../model/report.ts';
import { OUTCOMES } from '../model/outcome.ts';
import { FORMATS, type FormatId } from './index.ts';
import { LARGEST } from './markdown/trim.ts';
import { chapterCounts, countWords, statementCounts } from './summary.ts';
import { SIGNS, STANDINGS } from './words.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const LANGUAGES = ['en', 'zh'] as const;

function render(
  report: Report,
  id: FormatId,
  language: 'en' | 'zh' = 'en',
  columns = 80,
  colour = false,
): string {
  const format = FORMATS.find((one) => one.id === id);
  assert.ok(format);
  return format.render(report, { language, columns, colour });
}

/** Reads the counts back from what was rendered, each format in its own way. */
const READERS: Readonly<
  Record<
    'html' | 'terminal' | 'markdown' | 'json',
    (text: string, standing: Standing, language: 'en' | 'zh') => number
  >
> = {
  html: (text, standing) => Number(new RegExp(`<li class="${standing}"><b>(\\d+)</b>`).exec(text)?.[1] ?? 0),
  terminal: (text, standing, language) =>
    countBeside(
      text.slice(text.search(/^(Summary|总结)$/m)).replaceAll(/\s+/g, language === 'en' ? ' ' : ''),
      standing,
      language,
    ),
  markdown: (text, standing, language) =>
    countBeside(
      /^\*\*.* · .*$|^\*\*\d+ [a-z ]+\*\*$|^\*\*\S+ \d+ 条\*\*$/m.exec(text)?.[0] ?? '',
      standing,
      language,
    ),
  json: (text, standing) => (JSON.parse(text) as Report).totals.statements[standing], // json writes the report itself
};

/** "19 refuted" or "已证伪 19 条", at the end of the line or before the next. */
function countBeside(text: string, standing: Standing, language: 'en' | 'zh'): number {
  const { word } = SIGNS[standing];
  const wanted =
    language === 'en' ? `(\\d+) ${word.en}(?= ·|\\*|\\s|$)` : `(?<=^|·|\\*|。)\\s*${word.zh}\\s*(\\d+)\\s*条`;
  return Number(new RegExp(wanted).exec(text)?.[1] ?? 0);
}

test('counts agree in all formats and both languages, and add up to the paper', () => {
  fc.assert(
    fc.property(anyWish(), (wish) => {
      const report = sampleReport(wish);
      for (const language of LANGUAGES) {
        for (const [format, read] of Object.entries(READERS)) {
          const text = render(report, format as FormatId, language); // the keys of READERS are formats
          let sum = 0;
          for (const standing of STANDINGS) {
            const count = read(text, standing, language);
            assert.equal(count, report.totals.statements[standing], `${format}/${language}: ${standing}`);
            sum += count;
          }
          assert.equal(sum, 269, `${format}/${language}`);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('counts of a chapter are the same wherever they are told, and those of the chapters add up', () => {
  fc.assert(
    fc.property(anyWish(), (wish) => {
      const report = sampleReport(wish);
      const terminal = render(report, 'terminal').replaceAll(/\s+/g, ' ');
      const markdown = render(report, 'markdown');
      const html = render(report, 'html');
      const sums = new Map<Standing, number>();
      for (const chapter of report.chapters) {
        const counts = chapterCounts(chapter, report.findings);
        if (chapter.rows.length > 0)
          for (const [standing, count] of counts) sums.set(standing, (sums.get(standing) ?? 0) + count);
        const words = countWords(counts).en;
        if (counts.some(([standing]) => standing !== 'not-asked')) assert.ok(terminal.includes(words), words);
        assert.ok(markdown.includes(words), words);
        assert.ok(html.split(words).length > 2, `${words} is not both in the contents and in the chapter`);
      }
      for (const standing of STANDINGS)
        assert.equal(sums.get(standing) ?? 0, report.totals.statements[standing]);
    }),
    { numRuns: 40 },
  );
});

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

/** All that the page is made of; what is not here came from outside. */
const TAGS = new Set(
  'html head meta title style body a header strong fieldset legend label input span main h1 p ul li b section h2 ol pre nav small article div h3 blockquote code figure figcaption table thead tbody tr th td details summary dl dt dd svg path rect circle text desc footer q'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset name content class href type id checked aria-labelledby aria-hidden aria-label role tabindex scope xmlns viewBox width height x y d r cx cy rx fill fill-opacity stroke stroke-width stroke-opacity font-size font-weight text-anchor hidden'.split(
    ' ',
  ),
);

/** Without fenced blocks and code spans, in which nothing is markup. */
function outsideOfCode(markdown: string): string {
  return markdown
    .replaceAll(/^( *)(`{3,})sh\n[\s\S]*?\n\1\2$/gm, '')
    .replaceAll(/(?<!`)(`+) [^\n]*? \1(?!`)/g, '');
}

for (const words of HOSTILE) {
  test(`no format lets ${JSON.stringify(words.slice(0, 30))} do harm`, () => {
    const report = sampleReport({ outcomes: [...OUTCOMES, ...OUTCOMES], words });
    for (const language of LANGUAGES) {
      const html = render(report, 'html', language);
      for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)) {
        assert.ok(TAGS.has(tag.toLowerCase()), `<${tag}> got through`);
        const names = [...attributes.replaceAll(/"[^"]*"/g, '').matchAll(/[^\s=/]+/g)].map(([name]) => name);
        for (const name of names) assert.ok(ATTRIBUTES.has(name), `${name} got through in <${tag}>`);
      }
      const markdown = render(report, 'markdown', language);
      assert.ok(!/<script|<img/i.test(outsideOfCode(markdown)), 'markup got through outside of code');
      assert.ok(!/(?<!\\)@\w/.test(outsideOfCode(markdown)), 'a mention got through');
      for (const text of [
        html,
        markdown,
        render(report, 'terminal', language),
        render(report, 'doctor', language),
      ]) {
        assert.ok(!CONTROL.test(text), 'a control character got through');
        assert.ok(text.length < 2_000_000, 'a long string was not cut');
      }
      const json = render(report, 'json');
      assert.ok(!CONTROL.test(json), 'a control character got through');
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(report)));
    }
  });
}

test('the formats of people survive any words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
      const report = sampleReport({ outcomes: OUTCOMES, words });
      for (const { id } of FORMATS) render(report, id, 'zh');
    }),
    { numRuns: 40 },
  );
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
