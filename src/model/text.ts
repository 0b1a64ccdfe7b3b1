/**
 * Text: a sentence in both languages of the paper, written side by side, so that the compiler
 * enforces both and there is no catalogue of message ids.
 *
 * @module
 */

export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;

/** The same words in both languages: a name, a path, a command. */
export function verbatim(words: string): Text {
  return { en: words, zh: words };
}
