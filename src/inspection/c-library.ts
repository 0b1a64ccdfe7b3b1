/**
 * Which C library a program is linked against and the oldest one that it starts with: the newest
 * version among the symbols that it asks for. A version need that is itself marked weak is not
 * asked for; a weak symbol of a version that is not so marked is.
 *
 * Sources: glibc elf/dl-version.c (VER_FLG_WEAK), the LSB on symbol versioning.
 *
 * @module
 */

import type { BinarySlice } from '../evidence/binary/binary-identity.ts';
import type { CgoFunction } from '../evidence/binary/machine-code.ts';
import type { InspectedSlice } from '../model/inspection.ts';
import type { Text } from '../model/text.ts';

type CLibrary = NonNullable<InspectedSlice['libc']>;

export function cLibraryOf(
  { elf, macho }: BinarySlice,
  cgoFunctions: readonly CgoFunction[],
): CLibrary | undefined {
  if (macho) return libSystem(macho.dylibs);
  if (!elf) return undefined;
  const needed = elf.dynamic?.needed ?? [];
  const interpreter = elf.interp ?? '';
  const versions = (elf.versionNeeds ?? []).flatMap(({ file, version, isWeak, symbols }) =>
    symbols.map(({ name, binding }) => ({ name, version, library: file, binding, isWeak })),
  );
  const symbols = versions
    .filter(({ version }) => version.startsWith('GLIBC_'))
    .toSorted((one, other) => compareVersions(other.version, one.version) || (one.name < other.name ? -1 : 1))
    .map(({ name, version, library, binding }) => ({ name, version, library, binding }));
  if (needed.some((name) => /^libc\.musl-|^ld-musl-/.test(name)) || interpreter.includes('/ld-musl-'))
    return {
      kind: 'musl',
      symbols: [],
      because: {
        en: 'linked against musl, which versions no symbols: any musl that has them serves',
        zh: '链接 musl；musl 不为符号标版本，具备这些符号的版本均可',
      },
    };
  if (/\/linker(64)?$/.test(interpreter))
    return { kind: 'bionic', symbols: [], because: { en: 'linked for Android', zh: '面向 Android 链接' } };
  if (needed.some((name) => /^(?:libc\.so\.6|ld-linux-.*)$/.test(name)) || symbols.length > 0) {
    const floor = floorOf(versions);
    return {
      kind: 'glibc',
      ...(floor !== undefined && { floor }),
      symbols,
      because: glibcWords(floor, symbols, cgoFunctions),
    };
  }
  if (needed.length === 0 && interpreter === '')
    return {
      kind: 'none',
      symbols: [],
      because: { en: 'linked statically: it needs no C library', zh: '静态链接：不需要 C 库' },
    };
  if (needed.length === 0)
    return {
      kind: 'unknown',
      symbols: [],
      because: {
        en: `it names the loader ${interpreter} and no library`,
        zh: `它指定了加载器 ${interpreter}，但未指定库`,
      },
    };
  return {
    kind: 'unknown',
    symbols: [],
    because: {
      en: `it needs ${needed.join(', ')}, none of them a C library known here`,
      zh: `它依赖 ${needed.join('、')}，其中没有已知的 C 库`,
    },
  };
}

function libSystem(dylibs: readonly string[]): CLibrary {
  return dylibs.some((path) => path.includes('libSystem'))
    ? {
        kind: 'libSystem',
        symbols: [],
        because: { en: 'libSystem, part of macOS', zh: 'libSystem，属于 macOS' },
      }
    : { kind: 'none', symbols: [], because: { en: 'it links against no C library', zh: '不链接 C 库' } };
}

/** glibc marks support for packed relocations with a name, not a number. */
const NAMED: Readonly<Record<string, string>> = { GLIBC_ABI_DT_RELR: '2.36', GLIBC_ABI_GNU_TLS: '2.42' };

function floorOf(
  versions: readonly { readonly version: string; readonly isWeak: boolean }[],
): string | undefined {
  const asked = versions
    .filter(({ isWeak }) => !isWeak)
    .flatMap(({ version }) => NAMED[version] ?? /^GLIBC_(\d[\d.]*)$/.exec(version)?.[1] ?? []);
  return asked.toSorted(compareVersions).at(-1);
}

function glibcWords(
  floor: string | undefined,
  symbols: readonly { readonly name: string; readonly version: string; readonly binding: string }[],
  cgoFunctions: readonly CgoFunction[],
): Text {
  if (floor === undefined) return { en: 'linked against glibc, any version', zh: '链接 glibc，任意版本' };
  const makers = symbols.filter(({ version }) => version === `GLIBC_${floor}`);
  const shown = makers
    .slice(0, 4)
    .map(({ name, binding }) => (binding === 'weak' ? `${name} (weak)` : name))
    .join(', ');
  const packages = [
    ...new Set(
      cgoFunctions
        .filter(({ symbol }) => makers.some(({ name }) => name === symbol))
        .map((one) => one.package),
    ),
  ];
  const by = packages.length > 0 ? packages.join(', ') : undefined;
  const more = makers.length > 4 ? ` +${makers.length - 4}` : '';
  return {
    en: `glibc ${floor} or later, for ${shown}${more}${by === undefined ? '' : `, called from ${by}`}`,
    zh: `需 glibc ${floor} 或更高，因 ${shown}${more}${by === undefined ? '' : `，由 ${by} 调用`}`,
  };
}

export function compareVersions(one: string, other: string): number {
  const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(one), numbers(other)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
