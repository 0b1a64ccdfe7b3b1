/**
 * One claim argued from end to end, as text: what the paper says, how it is decided, what was
 * found here and by which commands, and what would turn it over.
 *
 * @module
 */

import type { LedgerRow } from '../model/ledger.ts';
import type { Finding } from '../model/report.ts';
import type { Language, Text } from '../model/text.ts';
import type { Outcome } from '../model/outcome.ts';
import { toldSource } from './source.ts';
import { harmlessLine } from './untrusted.ts';
import { COLON, SIGNS } from './words.ts';

export interface Explained {
  readonly id: string;
  readonly statement: Text;
  readonly method: Text;
  readonly wouldChange: Text;
  readonly needs: readonly { readonly id: string; readonly title: Text }[];
  readonly rows: readonly LedgerRow[];
  /** Undefined where there is no dossier to judge. */
  readonly finding: Finding | undefined;
}

export function explanation(explained: Explained, language: Language): string {
  const { id, statement, method, wouldChange, needs, rows, finding } = explained;
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const parts: (readonly [heading: string, lines: readonly string[]])[] = [
    [say('Claim', '主张'), [`${id}: ${statement[language]}`]],
    [say('The paper says', '白皮书原文'), rows.map((row) => `${row.id} (§${row.section})  ${row.quote}`)],
    [say('How it is decided', '判定方法'), [method[language]]],
    [say('What it needs', '所需证据'), needs.map((need) => `${need.id}  ${need.title[language]}`)],
    [say('What would change it', '何以改判'), [wouldChange[language]]],
  ];
  if (finding) {
    const { verdict, evidence } = finding;
    parts.push([
      say('Verdict here', '在本机的判定'),
      [`${signed(verdict.outcome, language)}${COLON[language]}${verdict.because[language]}`],
    ]);
    parts.push([say('Doubts', '存疑'), verdict.warnings.map((warning) => warning[language])]);
    if (verdict.remedy)
      parts.push([say('To make it decidable', '如何使其可判定'), [verdict.remedy[language]]]);
    if (verdict.mend) {
      parts.push([
        say('What to do', '应对办法'),
        [verdict.mend.text[language], verdict.mend.command ?? ''].filter(isFilled),
      ]);
    }
    parts.push([
      say('Evidence, and the commands that repeat it', '证据与复现命令'),
      evidence.flatMap(({ title, state, reason, sources }) => [
        `${title[language]} [${state}]${reason ? `: ${reason[language]}` : ''}`,
        ...sources.flatMap((source) => {
          const { shown, note } = toldSource(source);
          return [`    ${shown}`, ...(note[language] === '' ? [] : [`      → ${note[language]}`])];
        }),
      ]),
    ]);
  }
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([heading, lines]) =>
        `${heading}\n${lines.map((line) => `  ${harmlessLine(line, 4000)}\n`).join('')}\n`,
    )
    .join('');
}

function signed(outcome: Outcome, language: Language): string {
  const { symbol, word } = SIGNS[outcome];
  return `${symbol} ${word[language]}`;
}

function isFilled(line: string): boolean {
  return line !== '';
}
