/**
 * The words and signs that every format uses for outcomes and standings, in both languages.
 *
 * @module
 */

import type { Standing } from '../model/report.ts';
import type { Text } from '../model/text.ts';

export interface Sign {
  /** Never alone: the word always stands beside it. */
  readonly symbol: string;
  readonly word: Text;
}

export const SIGNS: Readonly<Record<Standing, Sign>> = {
  refuted: { symbol: '✗', word: { en: 'refuted', zh: '已证伪' } },
  confirmed: { symbol: '✓', word: { en: 'confirmed', zh: '已证实' } },
  inconclusive: { symbol: '?', word: { en: 'inconclusive', zh: '证据不足' } },
  'not-applicable': { symbol: '–', word: { en: 'not applicable here', zh: '不适用' } },
  unanswered: { symbol: '·', word: { en: 'not answered by this version', zh: '本版本未回答' } },
  'not-asked': { symbol: '·', word: { en: 'not asked', zh: '未询问' } },
};

/** In the order in which counts are told: what matters most to the reader first. */
export const STANDINGS: readonly Standing[] = [
  'refuted',
  'confirmed',
  'inconclusive',
  'not-applicable',
  'unanswered',
  'not-asked',
];

/** Each language has brackets of its own. */
export function inBrackets({ en, zh }: Text): Text {
  return { en: `(${en})`, zh: `（${zh}）` };
}

/** "refuted: …", and "已证伪：…". */
export const COLON: Text = { en: ': ', zh: '：' };
