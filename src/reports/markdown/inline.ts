/**
 * Making Markdown from untrusted text: everything is defused here and nowhere else.
 *
 * Source: CommonMark 0.31 (escapes, code spans, fences), GitHub Flavored Markdown (tables), and
 * what GitHub does after that: mentions, issue numbers and formulas between dollar signs.
 *
 * @module
 */

import { harmless, harmlessLine } from '../untrusted.ts';

/** One line in which nothing is markup: HTML, tables, links, emphasis, formulas and mentions are defused. */
export function inline(text: string): string {
  return harmlessLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .replaceAll(/#(?=\d)/g, '#\u200b')
    .replaceAll(/[\\`*_[\]|~#!$]/g, '\\$&');
}

/** The same, with words in backticks set as code; a bar would end a table's cell even there. */
export function inlineWithCode(text: string): string {
  return text
    .split(/`([^`|\n]{1,200})`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : inline(part)))
    .join('');
}

/** A code span behind a fence that is longer than any run of backticks inside. Not for tables. */
export function codeSpan(text: string): string {
  const content = harmlessLine(text);
  const fence = '`'.repeat(longestRun(content) + 1);
  return `${fence} ${content} ${fence}`;
}

/** A command as it is, to be copied with one click. */
export function codeBlock(text: string, indent: string): string {
  const content = harmless(text);
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return [`${fence}sh`, ...content.split('\n'), fence].map((line) => indent + line).join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
