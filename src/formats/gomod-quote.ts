/**
 * Words of go.mod that may be quoted: in double quotes with the escapes of a Go string literal.
 * Other quotes are reserved, so a word that has one is refused.
 *
 * Source: golang.org/x/mod/modfile parseString, strconv.Unquote, go.dev/ref/spec#String_literals.
 *
 * @module
 */

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

const ESCAPE =
  /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-3][0-7]{2})|([abfnrtv\\"]))|([^\\"\n])/gy;

/** Undefined if the word is quoted wrongly. Bytes that are no UTF-8 become U+FFFD. */
export function unquotedWord(word: string): string | undefined {
  if (!word.startsWith('"')) return /["'`]/.test(word) ? undefined : word;
  if (word.length < 2 || !word.endsWith('"')) return undefined;
  const body = word.slice(1, -1);
  const bytes: number[] = [];
  const parts: string[] = [];
  let read = 0;
  const flush = (): void => {
    parts.push(fromUtf8(bytes));
    bytes.length = 0;
  };
  for (const match of body.matchAll(ESCAPE)) {
    const [whole, byte, short, long, octal, simple, literal] = match;
    read += whole.length;
    if (byte !== undefined) bytes.push(Number.parseInt(byte, 16));
    else if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else {
      flush();
      const code = short ?? long;
      if (code === undefined) parts.push(literal ?? SIMPLE[simple ?? ''] ?? '');
      else {
        const point = Number.parseInt(code, 16);
        if (point > 0x10_ff_ff || (point >= 0xd8_00 && point < 0xe0_00)) return undefined;
        parts.push(String.fromCodePoint(point));
      }
    }
  }
  flush();
  return read === body.length ? parts.join('') : undefined;
}

/** Of a few bytes that were written one by one as escapes. */
function fromUtf8(bytes: readonly number[]): string {
  const text = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(text);
  } catch {
    return '\uFFFD'.repeat(bytes.length);
  }
}
