/**
 * Trimming a step summary: whole sections are dropped, last first, until the rest fits, and a
 * note names what was left out.
 *
 * @module
 */

import type { Language } from '../../model/text.ts';
import { inline } from './inline.ts';

export const LARGEST = 900 * 1024;

export interface Section {
  readonly name: string;
  readonly text: string;
}

const NEXT = '\n\n';

/** The first section always stays. */
export function trimmed(sections: readonly Section[], language: Language): string {
  const sizes = sections.map(({ text }) => sizeOf(text + NEXT));
  let kept = sections.length;
  const noteNow = (): string => note(sections.slice(kept), language);
  let size = sizes.reduce((sum, one) => sum + one, 0);
  while (kept > 1 && size + sizeOf(noteNow()) > LARGEST) {
    kept -= 1;
    size -= sizes[kept] ?? 0;
  }
  const parts = [...sections.slice(0, kept).map(({ text }) => text), noteNow()];
  return `${parts.filter((part) => part !== '').join(NEXT)}\n`;
}

function note(left: readonly Section[], language: Language): string {
  if (left.length === 0) return '';
  const names = left.map(({ name }) => inline(name));
  return {
    en: `_Left out, because a step summary must stay below 900 KiB: ${names.join('; ')}. report.html has them all._`,
    zh: `_因步骤摘要须小于 900 KiB，略去：${names.join('；')}。report.html 载有全文。_`,
  }[language];
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
