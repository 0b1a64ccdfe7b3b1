/**
 * go.sum: which hashes this module was built with before.
 *
 * Source: go.dev/ref/mod#go-sum-files, cmd/go/internal/modfetch readGoSum. A line has three
 * fields; hashes of algorithms that are not known are kept. Go refuses the whole file for one line
 * that has another number of fields, and so does this parser.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

export interface SumLine {
  readonly path: string;
  readonly version: string;
  /** The hash of go.mod alone, not of the whole zip. */
  readonly ofGoMod: boolean;
  readonly hash: string;
  /** From 1. */
  readonly line: number;
}

/** Throws FormatError with the line. `name` is that of the file, for the message. */
export function parseGoSum(text: string, name = 'go.sum'): SumLine[] {
  const lines: SumLine[] = [];
  for (const [at, whole] of text.split('\n').entries()) {
    const fields = whole.split(/[\s\u{85}]+/u).filter((field) => field !== '');
    if (fields.length === 0) continue;
    const [path = '', version = '', hash = ''] = fields;
    if (fields.length !== 3)
      throw new FormatError(
        `Cannot read ${name}: ${fields.length} fields instead of 3 in line ${at + 1}`,
        at,
      );
    const ofGoMod = version.endsWith('/go.mod');
    lines.push({ path, version: ofGoMod ? version.slice(0, -7) : version, ofGoMod, hash, line: at + 1 });
  }
  return lines;
}

/** Every "h1:" hash of one version; more than one that differ is a finding of its own. */
export function hashesOf(
  lines: readonly SumLine[],
  wanted: Pick<SumLine, 'path' | 'version' | 'ofGoMod'>,
): string[] {
  const found = lines.filter(
    ({ path, version, ofGoMod, hash }) =>
      path === wanted.path &&
      version === wanted.version &&
      ofGoMod === wanted.ofGoMod &&
      hash.startsWith('h1:'),
  );
  return [...new Set(found.map(({ hash }) => hash))];
}
