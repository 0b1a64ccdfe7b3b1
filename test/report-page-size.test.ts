/**
 * How large the page becomes at worst. Apart from the other page tests because it takes seconds.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../src/model/report.ts';
import { OUTCOMES } from '../src/model/outcome.ts';
import { html } from '../src/reports/html/index.ts';
import { sampleReport } from './sample-report.ts';

/** As the issue asks: at most 2 MB. */
const LARGEST = 2_000_000;

function page(report: Report): string {
  return html(report, { language: 'en', columns: 80, colour: false });
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

test('an ordinary page of 300 findings stays below 2 MB without being shortened', () => {
  const outcomes = Array.from({ length: 300 }, (_, index) => OUTCOMES[index % 4] ?? 'refuted');
  const text = page(sampleReport({ outcomes }));
  assert.ok(sizeOf(text) <= LARGEST, `${sizeOf(text)} bytes`);
  assert.ok(!text.includes('This page was shortened'));
});

for (const [name, words] of [
  ['Latin', 'x'.repeat(100_000)],
  ['Chinese', '字'.repeat(100_000)],
  ['markup', '<&>"'.repeat(25_000)],
] as const) {
  test(`300 findings of 100,000 ${name} characters in every string stay below 2 MB, and the page says so`, () => {
    const outcomes = Array.from({ length: 300 }, (_, index) => OUTCOMES[index % 4] ?? 'refuted');
    const text = page(sampleReport({ outcomes, words }));
    assert.ok(sizeOf(text) <= LARGEST, `${sizeOf(text)} bytes`);
    assert.match(text, /This page was shortened to stay below 2 MB/);
    assert.equal(text.match(/<article/g)?.length, 300, 'no finding is left out');
  });
}
