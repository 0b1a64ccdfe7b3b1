/**
 * Lines of a terminal page that fit its width, in the reader's language. Everything that goes in
 * is made harmless here.
 *
 * @module
 */

import type { Finding } from '../../model/report.ts';
import type { Language } from '../../model/text.ts';
import { reference } from '../summary.ts';
import { harmlessLine } from '../untrusted.ts';
import { columnsOf, wrap } from '../width.ts';
import { COLON, SIGNS } from '../words.ts';
import { commandLines } from './command.ts';
import { uncoloured, type Ink } from './ink.ts';

/** A sentence that is longer says no more on a terminal; the other formats have it. */
const LONGEST = 600;

export class Page {
  readonly language: Language;
  readonly columns: number;
  readonly ink: Ink;
  readonly #lines: string[] = [];

  constructor(columns: number, colours: Ink, language: Language) {
    this.columns = columns;
    this.ink = colours;
    this.language = language;
  }

  say(en: string, zh: string): string {
    return { en, zh }[this.language];
  }

  blank(): void {
    this.#lines.push('');
  }

  heading(text: string): void {
    for (const line of this.#wrapped(text, 0)) this.#lines.push(this.ink.bold(line));
  }

  /** `lead`, such as "• ", stands before the first line, and the others hang behind it. */
  text(text: string, indent: string, lead = ''): void {
    const hang = ' '.repeat(columnsOf(uncoloured(lead)));
    this.#wrapped(text, indent.length + hang.length).forEach((line, index) => {
      this.#lines.push(indent + (index === 0 ? lead : hang) + line);
    });
  }

  faint(text: string, indent: string): void {
    for (const line of this.#wrapped(text, indent.length)) this.#lines.push(indent + this.ink.faint(line));
  }

  lines(lines: readonly string[], indent: string): void {
    for (const line of lines) this.#lines.push(indent + line);
  }

  /** As the shell takes it when it is pasted, so a word that is wider than the page stays whole. */
  command(words: string, indent: string): void {
    this.lines(commandLines(words, this.columns - indent.length), indent);
  }

  item(symbol: string, outcome: Finding['verdict']['outcome'], text: string): void {
    this.text(text, '  ', `${this.ink.standing(outcome, symbol)} `);
  }

  /** Sign, word and statement on the first lines, the deciding sentence below. */
  finding(finding: Finding): void {
    const { statement, verdict } = finding;
    const { symbol, word } = SIGNS[verdict.outcome];
    const begin = `${word[this.language]}${COLON[this.language]}`;
    this.#wrapped(begin + harmlessLine(statement[this.language], LONGEST), 4).forEach((line, index) => {
      const painted =
        index === 0 && line.startsWith(begin.trimEnd())
          ? this.ink.standing(verdict.outcome, `${symbol} ${begin.trimEnd()}`) +
            line.slice(begin.trimEnd().length)
          : `  ${line}`;
      this.#lines.push(`  ${painted}`);
    });
    this.faint(this.cited(verdict.because[this.language], reference(finding)), '      ');
  }

  /** A sentence with what it is cited by; the citation is never cut away with the sentence. */
  cited(sentence: string, ids: readonly string[]): string {
    return `${harmlessLine(sentence, LONGEST)} [${ids.map((id) => harmlessLine(id, 80)).join(this.say(', ', '、'))}]`;
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #wrapped(text: string, taken: number): string[] {
    return wrap(harmlessLine(text), this.columns - taken);
  }
}
