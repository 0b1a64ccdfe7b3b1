/**
 * The Go releases: a dated table, shipped so that "is this Go still mended?" has an answer
 * without the network. Every release line by its first release, and every patch from 1.20 on.
 *
 * Taken from golang/website, internal/history/release.go and _content/doc/devel/release.html at
 * b02076ae (2026-08-21). What came later is what the module index lists for
 * golang.org/toolchain, with the day that the release's own VERSION file names; whether such a
 * release mends a vulnerability is not known here.
 *
 * @module
 */

import type { GoRelease } from '../../formats/go-version.ts';

/** The day on which the table was complete. */
export const RELEASES_AS_OF = '2026-11-24';

export const RELEASES_SOURCE = 'golang/website internal/history/release.go; golang.org/toolchain';

export interface DatedRelease extends GoRelease {
  /** "go1.26.8"; the first release of a line is "go1.20" until 1.20 and "go1.21.0" from then on. */
  readonly version: string;
  /** Year-month-day. */
  readonly date: string;
  /** It mends a vulnerability; undefined if the table cannot tell. */
  readonly security: boolean | undefined;
}

/** One line each, patches in order from 0; "!" mends a vulnerability, "?" not known. */
const LINES: readonly (readonly [line: string, dates: string])[] = [
  ['1.0', '2012-03-28'],
  ['1.1', '2013-05-13'],
  ['1.2', '2013-12-01'],
  ['1.3', '2014-06-18'],
  ['1.4', '2014-12-10'],
  ['1.5', '2015-08-19'],
  ['1.6', '2016-02-17'],
  ['1.7', '2016-08-15'],
  ['1.8', '2017-02-16'],
  ['1.9', '2017-08-24'],
  ['1.10', '2018-02-16'],
  ['1.11', '2018-08-24'],
  ['1.12', '2019-02-25'],
  ['1.13', '2019-09-03'],
  ['1.14', '2020-02-25'],
  ['1.15', '2020-08-11'],
  ['1.16', '2021-02-16'],
  ['1.17', '2021-08-16'],
  ['1.18', '2022-03-15'],
  ['1.19', '2022-08-02'],
  [
    '1.20',
    '2023-02-01 2023-02-14! 2023-03-07! 2023-04-04! 2023-05-02! 2023-06-06! 2023-07-11! 2023-08-01! 2023-09-06! 2023-10-05! 2023-10-10! 2023-11-07! 2023-12-05! 2024-01-09 2024-02-06',
  ],
  [
    '1.21',
    '2023-08-08 2023-09-06! 2023-10-05! 2023-10-10! 2023-11-07! 2023-12-05! 2024-01-09 2024-02-06 2024-03-05! 2024-04-03! 2024-05-07! 2024-06-04! 2024-07-02! 2024-08-06',
  ],
  [
    '1.22',
    '2024-02-06 2024-03-05! 2024-04-03! 2024-05-07! 2024-06-04! 2024-07-02! 2024-08-06 2024-09-05! 2024-10-01 2024-11-06 2024-12-03 2025-01-16! 2025-02-04!',
  ],
  [
    '1.23',
    '2024-08-13 2024-09-05! 2024-10-01 2024-11-06 2024-12-03 2025-01-16! 2025-02-04! 2025-03-04! 2025-04-01! 2025-05-06 2025-06-05! 2025-07-08! 2025-08-06!',
  ],
  [
    '1.24',
    '2025-02-11 2025-03-04! 2025-04-01! 2025-05-06! 2025-06-05! 2025-07-08! 2025-08-06! 2025-09-03 2025-10-07! 2025-10-13 2025-11-05 2025-12-02! 2026-01-15! 2026-02-04!',
  ],
  [
    '1.25',
    '2025-08-12 2025-09-03! 2025-10-07! 2025-10-13 2025-11-05 2025-12-02! 2026-01-15! 2026-02-04! 2026-03-05! 2026-04-07! 2026-05-07! 2026-06-02! 2026-07-07! 2026-08-13! 2026-08-19',
  ],
  [
    '1.26',
    '2026-02-10 2026-03-05! 2026-04-07! 2026-05-07! 2026-06-02! 2026-07-07! 2026-08-13! 2026-08-19 2026-08-28? 2026-10-02? 2026-10-19? 2026-11-02?',
  ],
  ['1.27', '2026-08-19 2026-08-28? 2026-10-02? 2026-10-19? 2026-11-02?'],
];

/** In the order of their numbers. */
export const GO_RELEASES: readonly DatedRelease[] = LINES.flatMap(([line, dates]) =>
  dates.split(' ').map((marked, patch) => releaseOf(Number(line.split('.')[1]), patch, marked)),
);

function releaseOf(minor: number, patch: number, marked: string): DatedRelease {
  const date = marked.replace(/[!?]$/, '');
  const security = marked.endsWith('?') ? undefined : marked.endsWith('!');
  const line = minor === 0 ? 'go1' : `go1.${minor}`;
  const version = patch === 0 && minor < 21 ? line : `${line}.${patch}`;
  return { version, major: 1, minor, patch, candidate: '', date, security };
}

/** What was released on or before `day`: the table as a reader of that day would have had it. */
export function releasesUntil(day: string): readonly DatedRelease[] {
  return GO_RELEASES.filter(({ date }) => date <= day);
}

/** The highest number among `releases`, of one line if `minor` is given. */
export function newestRelease(releases: readonly DatedRelease[], minor?: number): DatedRelease | undefined {
  return releases.findLast((release) => minor === undefined || release.minor === minor);
}

/**
 * The day on which a release line was no longer supported: that of the second line after it
 * ("each major Go release is supported until there are two newer major releases").
 */
export function supportEnded(releases: readonly DatedRelease[], minor: number): string | undefined {
  return releases.find((release) => release.minor === minor + 2)?.date;
}

/**
 * In which release something for arm64 first was, by that release's notes or, where they are silent,
 * by the sources of the last release without it and the first with it.
 */
export const PORT_ORIGINS = [
  { port: 'linux/arm64', minor: 5, source: 'go.dev/doc/go1.5#ports' },
  {
    port: 'crypto/aes (arm64)',
    minor: 11,
    source: 'src/crypto/aes/asm_arm64.s is in go1.11.13 and not in go1.10.8',
  },
  { port: 'darwin/arm64', minor: 16, source: 'go.dev/doc/go1.16#darwin' },
] as const;
