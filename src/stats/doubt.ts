/**
 * Doubts: what a careful reader must know beside a result of statistics. They travel with it as
 * data, because the ground speaks no language; `laboratory/` says them in both.
 *
 * @module
 */

export type Doubt =
  /** Fewer values than the method needs to say anything at the level asked for. */
  | { readonly doubt: 'too-few'; readonly have: number; readonly need: number }
  /** A percentile beyond what so few values can show. */
  | {
      readonly doubt: 'percentile-beyond-sample';
      readonly probability: number;
      readonly have: number;
      readonly need: number;
    }
  /** All values are the same, so there is nothing to rank. */
  | { readonly doubt: 'all-equal' }
  /** No arrangement of so few runs can be surprising enough. */
  | { readonly doubt: 'unreachable-level'; readonly smallestP: number; readonly level: number }
  /** A normal approximation stands in for counting every arrangement. */
  | { readonly doubt: 'approximate'; readonly n: number }
  /** A logarithm or a ratio of these makes no sense, so differences stand in for ratios. */
  | { readonly doubt: 'not-positive' }
  /** Two clusters: one number in the middle describes neither. */
  | { readonly doubt: 'two-modes'; readonly low: number; readonly high: number; readonly share: number }
  /** The series moved while it was measured. */
  | { readonly doubt: 'drift'; readonly changes: number };
