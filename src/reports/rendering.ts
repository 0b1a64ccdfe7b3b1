import type { Language } from '../model/text.ts';

/** How the reader wants it; formats take from it what concerns them. */
export interface Rendering {
  readonly language: Language;
  /** Of the terminal. */
  readonly columns: number;
  readonly colour: boolean;
}
