/**
 * Mach-O, as far as telling what a file is takes: header, load commands, symbols.
 *
 * Nothing here reads a file; each function takes the bytes of one part.
 *
 * Sources: Apple mach-o/loader.h, nlist.h (xnu).
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { View, type Endian } from '../bytes/view.ts';
import { machArchitecture } from './container.ts';
import type { Range } from './elf.ts';

/** Bytes that hold the header of both classes. */
export const MACHO_HEADER_SIZE = 32;

export interface MachoHeader {
  readonly is64: boolean;
  readonly endian: Endian;
  readonly architecture: string;
  /** Without capability bits; 2 of arm64 is arm64e. */
  readonly cpuSubtype: number;
  /** 2 executable, 6 dylib, 8 bundle. */
  readonly fileType: number;
  /** MH_PIE is 0x200000. */
  readonly flags: number;
  readonly commandCount: number;
  readonly commands: Range;
}

export function machoHeader(name: string, bytes: Uint8Array): MachoHeader {
  const probe = new View(`${name} › Mach-O header`, bytes, 'little');
  const endian: Endian = [0xfeedface, 0xfeedfacf].includes(probe.u32(0)) ? 'little' : 'big';
  const view = new View(probe.name, bytes, endian);
  const magic = view.u32(0);
  if (magic !== 0xfeedface && magic !== 0xfeedfacf) throw view.error('no Mach-O magic', 0);
  const is64 = magic === 0xfeedfacf;
  return {
    is64,
    endian,
    architecture: machArchitecture(view.u32(4)),
    cpuSubtype: view.u32(8) & 0xffffff,
    fileType: view.u32(12),
    commandCount: view.u32(16),
    commands: { offset: is64 ? 32 : 28, sizeBytes: view.u32(20) },
    flags: view.u32(24),
  };
}

interface MachoSection extends Range {
  /** Such as "__TEXT,__text". */
  readonly name: string;
  readonly address: number;
  /** 0x80000000 holds instructions only, 0x400 some; the low byte 1 has no bytes in the file. */
  readonly flags: number;
}

interface MachoSegment extends Range {
  readonly name: string;
  readonly address: number;
  readonly memorySizeBytes: number;
  /** 1 read, 2 write, 4 execute. */
  readonly protection: number;
  readonly maxProtection: number;
}

export interface MachoCommands {
  readonly segments: readonly MachoSegment[];
  readonly sections: readonly MachoSection[];
  /** Such as "12.0.0"; from LC_BUILD_VERSION or LC_VERSION_MIN_MACOSX. */
  readonly minimumOs: string | undefined;
  readonly sdk: string | undefined;
  /** 1 is macOS. */
  readonly platform: number | undefined;
  /** Lower-case hex with dashes. */
  readonly uuid: string | undefined;
  /** In the order that library ordinals count, from 1. */
  readonly dylibs: readonly string[];
  readonly symbols: { readonly table: Range & { readonly count: number }; readonly names: Range } | undefined;
  readonly signature: Range | undefined;
  /** Byte code that binds symbols when the program is loaded: ordinary, weak and lazy. */
  readonly binds: readonly Range[];
  readonly chainedFixups: Range | undefined;
  readonly rpaths: readonly string[];
  readonly encryption: (Range & { readonly cryptId: number }) | undefined;
}

const LC_SEGMENT = 0x1;
const LC_SYMTAB = 0x2;
const LC_LOAD_DYLIB = 0xc;
const LC_SEGMENT_64 = 0x19;
const LC_UUID = 0x1b;
const LC_CODE_SIGNATURE = 0x1d;
const LC_DYLD_INFO = 0x22;
const LC_DYLD_INFO_ONLY = 0x80000022;
const LC_DYLD_CHAINED_FIXUPS = 0x80000034;
const LC_VERSION_MIN_MACOSX = 0x24;
const LC_RPATH = 0x8000001c;
const LC_ENCRYPTION_INFO = 0x21;
const LC_ENCRYPTION_INFO_64 = 0x2c;
const LC_BUILD_VERSION = 0x32;
/** Weak, re-exported and upward dylibs count among the ordinals too. */
const DYLIBS: readonly number[] = [LC_LOAD_DYLIB, 0x80000018, 0x8000001f, 0x80000023];

/** `bytes` is the range `commands` of the header. */
export function machoCommands(name: string, header: MachoHeader, bytes: Uint8Array): MachoCommands {
  const view = new View(`${name} › load commands`, bytes, header.endian);
  const segments: MachoSegment[] = [];
  const sections: MachoSection[] = [];
  const dylibs: string[] = [];
  const rpaths: string[] = [];
  let found: Omit<MachoCommands, 'segments' | 'sections' | 'dylibs' | 'rpaths'> = {
    minimumOs: undefined,
    sdk: undefined,
    platform: undefined,
    uuid: undefined,
    symbols: undefined,
    signature: undefined,
    binds: [],
    chainedFixups: undefined,
    encryption: undefined,
  };
  let at = 0;
  for (let index = 0; index < header.commandCount; index += 1) {
    const type = view.u32(at);
    const size = view.u32(at + 4);
    if (size < 8) throw view.error(`command ${index} claims ${size} bytes`, at);
    const command = view.slice(`command ${index}`, at, size);
    if (type === LC_SEGMENT_64 || type === LC_SEGMENT)
      readSegment(command, type === LC_SEGMENT_64, segments, sections);
    else if (DYLIBS.includes(type)) dylibs.push(command.text(command.u32(8)));
    else if (type === LC_UUID) found = { ...found, uuid: uuidText(command.slice('uuid', 8, 16).bytes) };
    else if (type === LC_SYMTAB) found = { ...found, symbols: symbolRanges(command, header.is64) };
    else if (type === LC_CODE_SIGNATURE) {
      found = { ...found, signature: { offset: command.u32(8), sizeBytes: command.u32(12) } };
    } else if (type === LC_DYLD_INFO || type === LC_DYLD_INFO_ONLY) {
      const ranges = [16, 24, 32].map((place) => ({
        offset: command.u32(place),
        sizeBytes: command.u32(place + 4),
      }));
      found = { ...found, binds: ranges.filter(({ sizeBytes }) => sizeBytes > 0) };
    } else if (type === LC_DYLD_CHAINED_FIXUPS) {
      found = { ...found, chainedFixups: { offset: command.u32(8), sizeBytes: command.u32(12) } };
    } else if (type === LC_RPATH) {
      rpaths.push(command.text(command.u32(8)));
    } else if (type === LC_ENCRYPTION_INFO || type === LC_ENCRYPTION_INFO_64) {
      const [offset, sizeBytes, cryptId] = [command.u32(8), command.u32(12), command.u32(16)];
      found = { ...found, encryption: { offset, sizeBytes, cryptId } };
    } else if (type === LC_BUILD_VERSION) {
      found = {
        ...found,
        platform: command.u32(8),
        minimumOs: version(command.u32(12)),
        sdk: version(command.u32(16)),
      };
    } else if (type === LC_VERSION_MIN_MACOSX) {
      found = { ...found, platform: 1, minimumOs: version(command.u32(8)), sdk: version(command.u32(12)) };
    }
    at += size;
  }
  return { segments, sections, dylibs, rpaths, ...found };
}

function readSegment(command: View, is64: boolean, segments: MachoSegment[], sections: MachoSection[]): void {
  const word = (at: number): number => (is64 ? Number(command.u64(at)) : command.u32(at));
  const step = is64 ? 8 : 4;
  segments.push({
    name: command.text(8, 16),
    address: word(24),
    offset: word(24 + 2 * step),
    sizeBytes: word(24 + 3 * step),
    memorySizeBytes: word(24 + step),
    maxProtection: command.u32(24 + 4 * step),
    protection: command.u32(28 + 4 * step),
  });
  const countAt = is64 ? 64 : 48;
  const first = is64 ? 72 : 56;
  const size = is64 ? 80 : 68;
  for (let index = 0; index < command.u32(countAt); index += 1) {
    const section = command.slice(`section ${index}`, first + index * size, size);
    sections.push({
      name: `${section.text(16, 16)},${section.text(0, 16)}`,
      address: is64 ? Number(section.u64(32)) : section.u32(32),
      sizeBytes: is64 ? Number(section.u64(40)) : section.u32(36),
      offset: section.u32(is64 ? 48 : 40),
      flags: section.u32(is64 ? 64 : 56),
    });
  }
}

function symbolRanges(command: View, is64: boolean) {
  const count = command.u32(12);
  return {
    table: { offset: command.u32(8), sizeBytes: count * (is64 ? 16 : 12), count },
    names: { offset: command.u32(16), sizeBytes: command.u32(20) },
  };
}

export interface MachoSymbol {
  readonly name: string;
  /** Bound from a library at load time. */
  readonly isUndefined: boolean;
  /** A debugging (stab) entry. */
  readonly isDebug: boolean;
}

const N_STAB = 0xe0;
const N_TYPE = 0x0e;

export function machoSymbols(
  name: string,
  { is64, endian }: MachoHeader,
  table: Uint8Array,
  names: Uint8Array,
): MachoSymbol[] {
  const view = new View(`${name} › symbols`, table, endian);
  const strings = new View(`${name} › symbol names`, names, endian);
  const nameOf = stringTable(strings);
  const size = is64 ? 16 : 12;
  const symbols: MachoSymbol[] = [];
  for (let at = 0; at + size <= view.size; at += size) {
    const nameAt = view.u32(at);
    const type = view.u8(at + 4);
    const isDebug = (type & N_STAB) !== 0;
    const isUndefined = !isDebug && (type & N_TYPE) === 0;
    symbols.push({
      name: nameAt < strings.size ? nameOf(nameAt) : '',
      isUndefined,
      isDebug,
    });
  }
  return symbols;
}

/** X.Y.Z packed as 16, 8 and 8 bits. */
function version(packed: number): string {
  return `${packed >>> 16}.${(packed >>> 8) & 0xff}.${packed & 0xff}`;
}

function uuidText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
