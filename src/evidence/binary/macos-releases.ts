/**
 * macOS on Apple silicon: which releases exist, which still get security updates, and what their
 * loader refuses. A dated table, because none of it can be asked of the machine.
 *
 * Sources: Apple's release notes for the dates; Apple ships security updates for the newest three
 * (support.apple.com/100100); actions/runner-images#14519 for 27. On LC_UUID: golang/go#68678,
 * ebitengine/purego#482 and #483 (macOS 26.5: with cgo refused, without cgo started).
 *
 * @module
 */

export const MACOS_TABLE_DATE = '2026-11-24';

export interface MacosRelease {
  readonly version: number;
  readonly name: string;
  /** ISO date; undefined where no source for the day was at hand. */
  readonly released: string | undefined;
  readonly isSupported: boolean;
}

/** Every release that runs on Apple silicon, oldest first. */
export const MACOS_RELEASES: readonly MacosRelease[] = [
  { version: 11, name: 'Big Sur', released: '2020-11-12', isSupported: false },
  { version: 12, name: 'Monterey', released: '2021-10-25', isSupported: false },
  { version: 13, name: 'Ventura', released: '2022-10-24', isSupported: false },
  { version: 14, name: 'Sonoma', released: '2023-09-26', isSupported: false },
  { version: 15, name: 'Sequoia', released: '2024-09-16', isSupported: true },
  { version: 26, name: 'Tahoe', released: '2025-09-15', isSupported: true },
  { version: 27, name: 'macOS 27', released: undefined, isSupported: true },
];

/**
 * From this release on dyld has been seen to refuse programs without LC_UUID, though not all of
 * them: the reports disagree on programs built without cgo. The rule is not settled.
 */
export const UUID_ASKED_SINCE = 26;
