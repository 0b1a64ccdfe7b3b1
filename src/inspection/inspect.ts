/**
 * From what was read of a file to what is concluded about it.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice } from '../evidence/binary/binary-identity.ts';
import type { MachineCode, SliceCode } from '../evidence/binary/machine-code.ts';
import type { InspectedSlice, Inspection } from '../model/inspection.ts';
import { cLibraryOf } from './c-library.ts';
import { atomicsOf, cpuFloorOf, goarm64Check } from './cpu.ts';
import { goFactsOf } from './go-facts.ts';
import { macosVerdicts } from './macos-start.ts';
import { fileNativeness, sliceNativeness } from './nativeness.ts';
import { notesOn } from './oddities.ts';
import { pageSizesOf } from './page-sizes.ts';
import { signatureOf } from './signature.ts';

/** What could be read; `identity` is missing only if the file is damaged as a whole. */
export interface ReadBinary {
  readonly sizeBytes: number;
  readonly identity?: BinaryIdentity;
  readonly code?: MachineCode;
  /** Why the file could not be read. */
  readonly damage?: string;
}

/** `path` is what people call the file. */
export function inspect({ sizeBytes, identity, code, damage }: ReadBinary, path: string): Inspection {
  if (!identity) {
    const words = damage ?? 'nothing in it could be read';
    return {
      path,
      sizeBytes,
      format: 'other',
      native: { verdict: 'unreadable', because: { en: words, zh: words }, witnesses: [] },
      slices: [],
      error: words,
    };
  }
  const slices = identity.slices.map((slice) =>
    inspectSlice(
      identity,
      slice,
      code?.slices.find(({ offset }) => offset === slice.offset),
    ),
  );
  const native =
    slices.length > 0
      ? fileNativeness(slices)
      : { verdict: 'unreadable' as const, because: notExecutable(identity), witnesses: [] };
  return { path, sizeBytes, format: identity.container, native, slices };
}

function notExecutable({ container }: BinaryIdentity) {
  return container === 'script'
    ? { en: 'it is a script, not machine code', zh: '它是脚本，不是机器码' }
    : { en: 'it is no executable of a format known here', zh: '它不是本工具所知格式的可执行文件' };
}

function inspectSlice(
  identity: BinaryIdentity,
  slice: BinarySlice,
  code: SliceCode | undefined,
): InspectedSlice {
  const native = sliceNativeness(identity, slice, code);
  const isArm64 = native.verdict === 'native-arm64';
  const go = goFactsOf(slice);
  const goarm64 = go?.settings['GOARM64'];

  const floor = isArm64 && code ? cpuFloorOf(code) : undefined;
  const holds = isArm64 && code && goarm64 !== undefined ? goarm64Check(goarm64, code) : undefined;
  const libc = cLibraryOf(slice, code?.cgoFunctions ?? []);
  const { macho, elf } = slice;
  const signature = signatureOf(slice);
  return {
    arch: slice.architecture,
    offset: slice.offset,
    sizeBytes: slice.sizeBytes,
    native,
    ...(go && { go }),
    stripped: isStripped(slice),

    ...(floor && { cpuFloor: floor }),
    ...(isArm64 && code && { atomics: atomicsOf(code) }),
    ...(goarm64 !== undefined && { goarm64 }),
    ...(holds && { goarm64Holds: holds }),

    ...(libc && { libc }),
    pageSizes: pageSizesOf(slice),
    needed: [...(elf?.dynamic?.needed ?? macho?.dylibs ?? slice.pe?.imports ?? [])],
    searchPaths: [...(elf?.dynamic?.rpath ?? []), ...(elf?.dynamic?.runpath ?? []), ...(macho?.rpaths ?? [])],
    ...(macho && {
      macos: {
        ...(macho.minimumOs !== undefined && { minimum: macho.minimumOs }),
        ...(macho.sdk !== undefined && { sdk: macho.sdk }),
        ...(macho.uuid !== undefined && { uuid: macho.uuid }),
        verdicts: slice.architecture === 'arm64' ? macosVerdicts(slice) : [],
      },
    }),
    ...(signature && { signature }),
    problems: (slice.problems ?? []).map((problem) => ({ ...problem })),
    notes: notesOn(identity, slice, code),
  };
}

/** Debuggers look for a symbol table of functions; imports alone do not count. */
function isStripped({ symbols }: BinarySlice): boolean {
  return symbols === undefined || symbols.count <= symbols.imports.length;
}
