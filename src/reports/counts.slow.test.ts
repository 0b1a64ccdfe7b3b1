/** The same counts wherever they are told. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES, render } from '../../test/render.ts';
import { anyWish, sampleReport } from '../../test/sample-report.ts';
import type { Report, Standing } from '../model/report.ts';
import type { FormatId } from './index.ts';
import { chapterCounts, countWords } from './summary.ts';
import { SIGNS, STANDINGS } from './words.ts';

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
