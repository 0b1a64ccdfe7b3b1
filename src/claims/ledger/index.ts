/**
 * The whitepaper's 269 statements, in document order, with its own words.
 *
 * `ledger.json` is data of the project: id, section, verbatim quote, our statement in both
 * languages, how it is decided and where it can be.
 *
 * @module
 */

import type { LedgerRow } from '../../model/ledger.ts';
import ledger from './ledger.json' with { type: 'json' };

/** A row with what `explain` says about deciding it. */
export interface DecidableRow extends LedgerRow {
  /** The issue it belongs to, such as "S5". */
  readonly row: string;
  readonly decide: { readonly en: string };
  /** Such as "darwin/arm64", "qemu", "postgres": where it can be decided. */
  readonly where: readonly string[];
}

export const LEDGER = ledger as readonly DecidableRow[]; // its kinds are strings to TypeScript; ledger.test.ts checks them
