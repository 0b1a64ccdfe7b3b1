/**
 * What `goassay mod proxy` prints: every check of a module proxy with what was asked, what came and
 * what the Go command makes of it.
 *
 * @module
 */

import type { Text } from './text.ts';

export interface ProxyCheck {
  /** Group and name, such as "missing/info". */
  readonly id: string;
  /** What the protocol, or the Go command, expects. */
  readonly expects: Text;
  /** "odd": the protocol allows it, and users stumble over it. "unknown": no answer came. */
  readonly outcome: 'met' | 'broken' | 'odd' | 'unknown';
  readonly request: string;
  /** Status and the beginning of what came, or why nothing did. */
  readonly came: string;
  /** Absent where the Go command does not notice. */
  readonly goMakes?: Text;
}

export interface ProxyConformance {
  /** Without credentials. */
  readonly proxy: string;
  readonly checks: readonly ProxyCheck[];
  readonly requests: number;
  readonly durationMs: number;
}
