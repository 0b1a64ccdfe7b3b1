/**
 * What comes of asking for a proof: proven, unknown (nobody could be asked, or nobody said) or
 * forged (an answer that does not hold). Only the first is a hash.
 *
 * @module
 */

import type { LoggedHashes } from '../formats/sumdb-answer.ts';
import type { Text } from '../model/text.ts';
import type { Fork } from './fork.ts';
import type { SignedHead } from './signed-head.ts';

export interface Wanted {
  readonly path: string;
  readonly version: string;
}

export interface Proven {
  readonly state: 'proven';
  readonly hashes: LoggedHashes;
  /** Its number in the log. */
  readonly id: number;
  /** What the log hashed. */
  readonly record: string;
  /** Where the answer came from. */
  readonly place: 'store' | 'go' | 'network';
}

export type Result = Proven | { readonly state: 'unknown' | 'forged'; readonly reason: Text };

export interface Proofs {
  /** By "path@version". */
  readonly results: ReadonlyMap<string, Result>;
  /** The tree that everything proven is in. */
  readonly heads: readonly SignedHead[];
  readonly fork: Fork | undefined;
  readonly requests: number;
  /** Who was asked, "" if nobody. */
  readonly address: string;
  /** Damage in caches that did no harm. */
  readonly warnings: readonly string[];
}

export function keyOf({ path, version }: Wanted): string {
  return `${path}@${version}`;
}

export function unknown(en: string, zh: string): Result {
  return { state: 'unknown', reason: { en, zh } };
}

export function forged(en: string, zh: string): Result {
  return { state: 'forged', reason: { en, zh } };
}
