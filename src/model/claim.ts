/**
 * Claims: falsifiable sentences, each with what it needs and the function that judges it.
 *
 * @module
 */

import type { Needs, Shown, SubjectKind } from './kind.ts';
import type { Text } from './text.ts';
import type { Verdict } from './verdict.ts';

export interface Claim<N extends Needs = Needs> {
  /** Kebab-case noun phrase in the telling sense, and the name of the file. */
  readonly id: string;
  /** The folder it lives in: what the sentence is about. */
  readonly subject: SubjectKind | 'linking' | 'modules' | 'runtime';
  /** Ids of the whitepaper's statements that it answers; none for a check of our own. */
  readonly answers: readonly string[];
  /** Present tense, falsifiable, as a reader would quote it. */
  readonly statement: Text;
  /** How it is decided, for `explain` and for the reader who does not believe it. */
  readonly method: Text;
  /** The observation that would turn the verdict over. */
  readonly wouldChange: Text;
  readonly needs: N;
  /** Pure and total: a value for every evidence of the right shape. */
  judge(evidence: Shown<N>): Verdict;
}

// oxlint-disable-next-line typescript/no-explicit-any -- judge() takes what its own needs state, so no other bound admits every claim
export type AnyClaim = Claim<any>;

export function claim<const N extends Needs>(definition: Claim<N>): Claim<N> {
  return definition;
}
