/**
 * Colour on a terminal: SGR codes, or none.
 *
 * @module
 */

import type { Standing } from '../../model/report.ts';

export interface Ink {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly standing: (standing: Standing, text: string) => string;
}

const SGR: Readonly<Record<Standing, string>> = {
  refuted: '31',
  confirmed: '32',
  inconclusive: '33',
  'not-applicable': '2',
  unanswered: '2',
  'not-asked': '2',
};

export function ink(colour: boolean): Ink {
  const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: (text) => paint('1', text),
    faint: (text) => paint('2', text),
    standing: (standing, text) => paint(SGR[standing], text),
  };
}

/** What is left to measure. */
export function uncoloured(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the escapes that ink() writes
  return text.replaceAll(/\u001b\[\d+m/g, '');
}
