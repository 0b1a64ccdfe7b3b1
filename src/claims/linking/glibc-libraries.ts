/**
 * The glibc among the libraries at hand, and versions in the order of their numbers: the common
 * ground of the claims on the paper's table of C libraries.
 *
 * @module
 */

import type { Arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { table, type TableFigure } from '../../model/figure.ts';

export type Library = Arm64Libc['libraries'][number];
export type Program = Arm64Libc['programs'][number];

export function glibcOf({ libraries }: Arm64Libc): readonly Library[] {
  return libraries.filter(({ versions }) => versions.some((version) => numberOf(version) !== undefined));
}

/** The lowest GLIBC version that a library defines: that of the port's first release. */
export function baseVersion({ versions }: Library): string | undefined {
  return versions.flatMap((version) => numberOf(version) ?? []).toSorted(compare)[0];
}

/** The highest GLIBC version that a program asks for, with the symbols that do. */
export function floorOf(
  program: Program,
): { readonly version: string; readonly symbols: readonly string[] } | undefined {
  const asked = (program.made?.needs ?? []).flatMap(({ version, symbols }) => {
    const number = numberOf(version);
    return number === undefined ? [] : [{ version: number, symbols }];
  });
  return asked.toSorted((one, other) => compare(one.version, other.version)).at(-1);
}

/** "2.34" of "GLIBC_2.34"; undefined for GLIBC_PRIVATE and other names. */
export function numberOf(version: string): string | undefined {
  return /^GLIBC_(\d[\d.]*)$/.exec(version)?.[1];
}

function compare(one: string, other: string): number {
  const [major = 0, minor = 0, patch = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0, otherPatch = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor || patch - otherPatch;
}

export function needsFigure(program: Program): TableFigure {
  return table(
    { en: `What ${program.name} asks for`, zh: `${program.name} 所要求的版本` },
    [
      { en: 'version', zh: '版本' },
      { en: 'library', zh: '库' },
      { en: 'symbols', zh: '符号' },
    ],
    (program.made?.needs ?? []).map(({ version, file, symbols }) => [version, file, symbols.join(', ')]),
  );
}
