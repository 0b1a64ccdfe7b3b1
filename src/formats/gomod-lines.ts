/**
 * The lexical half of go.mod and go.work: lines of words, blocks of lines, and the comments that
 * belong to them. What the words mean is `gomod.ts` and `gowork.ts`.
 *
 * A fault here ends the reading, as in the Go command: nothing after it can be trusted. Places
 * are counted as Go counts them, lines and characters from 1, bytes from 0.
 * Source: golang.org/x/mod/modfile read.go, go.dev/ref/mod#go-mod-file-lexical.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

interface Place {
  readonly line: number;
  /** In characters. */
  readonly column: number;
}

export interface ModLine {
  /** As written, quotes included. */
  readonly words: readonly string[];
  readonly place: Place;
  /** Whole-line comments directly above, blank lines as "". */
  readonly above: readonly string[];
  /** The comment at the end of the line; undefined if there is none. */
  readonly suffix: string | undefined;
}

export interface ModBlock {
  readonly words: readonly string[];
  readonly place: Place;
  readonly above: readonly string[];
  readonly lines: readonly ModLine[];
}

export type ModStatement = { readonly line: ModLine } | { readonly block: ModBlock };

/** A fault with its place. Several can be in one file; reading goes on where a line is understood by itself. */
export interface ModFault extends Place {
  /** Lower case, without a full stop: "there is no directive by that name". */
  readonly message: string;
}

/** What a parser of one of these files throws: the first fault, and how many more there are. */
export function faultError(
  file: string,
  [first, ...more]: readonly [ModFault, ...ModFault[]],
  text: string,
): FormatError {
  const rest = more.length === 0 ? '' : `; ${more.length} more after it`;
  const { line, column, message } = first;
  const where = column > 1 ? `line ${line}, column ${column}` : `line ${line}`;
  return new FormatError(`Cannot read ${file}: ${message} in ${where}${rest}`, offsetOf(text, first));
}

function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + utf8Length(one) + 1, 0);
  return (
    before +
    utf8Length(
      Array.from(lines[line - 1] ?? '')
        .slice(0, column - 1)
        .join(''),
    )
  );
}

function utf8Length(text: string): number {
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return length;
}

/** Thrown inside this file and caught by `readModLines`. */
class LexicalFault extends Error {
  readonly fault: ModFault;

  constructor(fault: ModFault) {
    super(fault.message);
    this.fault = fault;
  }
}

export function readModLines(text: string): {
  readonly statements: readonly ModStatement[];
  readonly fault?: ModFault;
} {
  const reader = new LineReader(text);
  try {
    return { statements: reader.file() };
  } catch (error) {
    if (error instanceof LexicalFault) return { statements: [], fault: error.fault };
    throw error;
  }
}

type TokenKind = 'end' | 'newline' | 'comment' | 'suffix' | 'word' | 'mark';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly place: Place;
}

const MARKS = '()[]{},';
const WORD_LETTER = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

class LineReader {
  readonly #letters: readonly string[];
  #at = 0;
  #line = 1;
  #column = 1;
  /** Something other than blanks stands before, on this line. */
  #isInLine = false;
  #token: Token;

  constructor(text: string) {
    this.#letters = Array.from(text);
    this.#token = { kind: 'end', text: '', place: this.#place() };
  }

  file(): ModStatement[] {
    const statements: ModStatement[] = [];
    let above: string[] = [];
    this.#advance();
    for (;;) {
      if (this.#token.kind === 'end') return statements;
      if (this.#token.kind === 'newline') {
        this.#advance();
        above = [];
      } else if (this.#token.kind === 'comment') above.push(this.#take().text);
      else {
        statements.push(this.#statement(above));
        above = [];
      }
    }
  }

  #statement(above: readonly string[]): ModStatement {
    const first = this.#take();
    const words = [first.text];
    for (;;) {
      const token = this.#take();
      if (isEnd(token)) return { line: lineOf(words, first.place, above, token) };
      if (token.text !== '(' || token.kind !== 'mark') {
        words.push(token.text);
        continue;
      }
      if (isEnd(this.#token)) return { block: this.#block(words, first.place, above) };
      words.push('(');
      if (this.#token.text === ')' && this.#token.kind === 'mark') {
        this.#advance();
        if (isEnd(this.#token)) {
          this.#advance();
          return { block: { words: words.slice(0, -1), place: first.place, above, lines: [] } };
        }
        words.push(')');
      }
    }
  }

  #block(words: readonly string[], place: Place, above: readonly string[]): ModBlock {
    const lines: ModLine[] = [];
    let comments: string[] = [];
    for (;;) {
      const { kind, text } = this.#token;
      if (kind === 'suffix') this.#advance();
      else if (kind === 'newline') {
        this.#advance();
        if (comments.length === 0 ? lines.length > 0 : comments.at(-1) !== '') comments.push('');
      } else if (kind === 'comment') comments.push(this.#take().text);
      else if (kind === 'end') this.#refuse(`the block that begins in line ${place.line} has no end`);
      else if (text === ')' && kind === 'mark') {
        this.#advance();
        if (!isEnd(this.#token)) this.#refuse('something follows the closing parenthesis');
        this.#advance();
        return { words, place, above, lines };
      } else {
        lines.push(this.#entry(comments));
        comments = [];
      }
    }
  }

  #entry(above: readonly string[]): ModLine {
    const first = this.#take();
    const words = [first.text];
    for (;;) {
      const token = this.#take();
      if (isEnd(token)) return lineOf(words, first.place, above, token);
      words.push(token.text);
    }
  }

  #take(): Token {
    const token = this.#token;
    this.#advance();
    return token;
  }

  #advance(): void {
    while (' \t\r'.includes(this.#peek() ?? '!')) this.#next();
    const place = this.#place();
    if (this.#isAhead('//')) {
      const kind = this.#isInLine ? 'suffix' : 'comment';
      let text = '';
      while (this.#at < this.#letters.length && !text.endsWith('\n')) text += this.#next();
      this.#token = { kind, text: text.replace(/\r?\n$/, ''), place };
      return;
    }
    if (this.#isAhead('/*')) this.#refuse('comments begin with //, not with /*');
    const letter = this.#peek();
    if (letter === undefined) this.#token = { kind: 'end', text: '', place };
    else if (letter === '\n') this.#token = { kind: 'newline', text: this.#next(), place };
    else if (MARKS.includes(letter)) this.#token = { kind: 'mark', text: this.#next(), place };
    else if (letter === '"' || letter === '`')
      this.#token = { kind: 'word', text: this.#quoted(letter, place), place };
    else this.#token = { kind: 'word', text: this.#word(letter), place };
  }

  #quoted(quote: string, start: Place): string {
    let text = this.#next();
    for (;;) {
      const letter = this.#peek();
      if (letter === undefined) this.#refuse('a quoted string has no end', start);
      if (letter === '\n') this.#refuse('a quoted string reaches the end of the line');
      text += this.#next();
      if (letter === quote) return text;
      if (letter === '\\' && quote !== '`') {
        if (this.#peek() === undefined) this.#refuse('a quoted string has no end', start);
        text += this.#next();
      }
    }
  }

  #word(first: string): string {
    if (!isWordLetter(first)) this.#refuse(`there is the character ${JSON.stringify(first)}`);
    let text = '';
    for (let letter = this.#peek(); letter !== undefined && isWordLetter(letter); letter = this.#peek()) {
      if (this.#isAhead('//')) break;
      if (this.#isAhead('/*')) this.#refuse('comments begin with //, not with /*');
      text += this.#next();
    }
    return text;
  }

  #peek(): string | undefined {
    return this.#letters[this.#at];
  }

  #isAhead(prefix: string): boolean {
    return this.#letters[this.#at] === prefix[0] && this.#letters[this.#at + 1] === prefix[1];
  }

  #next(): string {
    const letter = this.#letters[this.#at] ?? '';
    this.#at += 1;
    if (letter === '\n') {
      this.#line += 1;
      this.#column = 1;
      this.#isInLine = false;
    } else {
      this.#column += 1;
      this.#isInLine ||= !' \t\r'.includes(letter);
    }
    return letter;
  }

  #place(): Place {
    return { line: this.#line, column: this.#column };
  }

  #refuse(message: string, place: Place = this.#place()): never {
    throw new LexicalFault({ ...place, message });
  }
}

function isWordLetter(letter: string): boolean {
  return !MARKS.includes(letter) && WORD_LETTER.test(letter);
}

function isEnd({ kind }: Token): boolean {
  return kind === 'newline' || kind === 'suffix' || kind === 'end';
}

function lineOf(words: readonly string[], place: Place, above: readonly string[], end: Token): ModLine {
  return { words, place, above, suffix: end.kind === 'suffix' ? end.text : undefined };
}
