/**
 * Text that came from the machine, made harmless for people's eyes: control characters and
 * terminal escapes become visible signs, characters that reorder text are dropped, and very long
 * strings are cut with a note of what is left out.
 *
 * @module
 */

const LONGEST = 2_000;

/** C0 and C1 controls but tab and newline, bidirectional overrides and isolates, and lone surrogates. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** One paragraph or more; newlines and tabs stay. */
export function harmless(text: string, longest = LONGEST): string {
  const cut =
    text.length > longest
      ? `${text.slice(0, longest)}… (+${(text.length - longest).toLocaleString('en')})`
      : text;
  return cut.replace(HARMFUL, '\ufffd');
}

/** The same on one line. */
export function harmlessLine(text: string, longest = LONGEST): string {
  return harmless(text, longest).replaceAll(/[\n\t\u2028\u2029]+/g, ' ');
}
