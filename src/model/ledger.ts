/**
 * The ledger: the whitepaper's statements, one row each.
 *
 * @module
 */

import type { Text } from './text.ts';

export interface LedgerRow {
  /** Such as "W2.17", in document order. */
  readonly id: string;
  /** The paper's own heading number, such as "2.2" or "1 安装原生 Go 运行时". */
  readonly section: string;
  /** The paper's words, verbatim, in Chinese. */
  readonly quote: string;
  readonly kind: 'capability' | 'fact' | 'figure' | 'procedure';
  readonly statement: Text;
}
