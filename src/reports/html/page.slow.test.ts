import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anyWish, sampleReport } from '../../../test/sample-report.ts';
import { LEDGER } from '../../claims/ledger/index.ts';
import type { Report } from '../../model/report.ts';
import { html } from './index.ts';

function page(report: Report): string {
  return html(report, { language: 'en', columns: 80, colour: false });
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
}

test('every statement has its anchor once, in document order, and every finding is told once', () => {
  fc.assert(
    fc.property(anyWish(), (wish) => {
      const report = sampleReport(wish);
      const ids = idsIn(page(report));
      assert.deepEqual(
        ids.filter((id) => /^W\d\.\d\d$/.test(id)),
        LEDGER.map(({ id }) => id),
      );
      assert.equal(new Set(ids).size, ids.length, 'an id is used twice');
      const articles = [...page(report).matchAll(/<article class="[^"]*" id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(articles.length, report.findings.length);
      assert.deepEqual(new Set(articles), new Set(report.findings.map(({ id }) => id)));
    }),
    { numRuns: 40 },
  );
});

test('every link within the page leads somewhere', () => {
  fc.assert(
    fc.property(anyWish(), (wish) => {
      const report = sampleReport(wish);
      const text = page(report);
      const ids = new Set(idsIn(text));
      for (const [, to = ''] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(to), to);
    }),
    { numRuns: 20 },
  );
});

test('a finding stands beside the paper’s words for every statement that it answers', () => {
  const report = sampleReport({ outcomes: ['refuted'], answers: [['W1.03', 'W1.04', 'W1.10', 'W3.40']] });
  const text = page(report);
  const article = /<article[\s\S]*?<\/article>/.exec(text)?.[0] ?? '';
  assert.equal(article.match(/<blockquote/g)?.length, 4);
  assert.deepEqual(
    idsIn(article).filter((id) => id.startsWith('W')),
    ['W1.03', 'W1.04'],
    'anchors of a run only',
  );
  for (const id of ['W1.10', 'W3.40'])
    assert.match(text, new RegExp(`<li id="${id}">.*?refuted.*?<a href="#claim-0">claim-0</a>`));
});

test('a statement that several claims judge says what they come to together', () => {
  const report = sampleReport({ outcomes: ['confirmed', 'refuted'], answers: [['W1.03'], ['W1.03']] });
  const text = page(report);
  assert.match(text, /W1\.03 is judged by 2 claims, together/);
  assert.equal(text.match(/is judged by 2 claims/g)?.length, 1);
});
