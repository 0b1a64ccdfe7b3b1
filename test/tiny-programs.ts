/**
 * The smallest files that hold what real programs hold: a few KiB each, put together by hand, so
 * that thousands of changed ones are read in a second.
 *
 * Sources: System V gABI, Apple mach-o/loader.h and cs_blobs.h, Microsoft PE Format, ar(5), and
 * Go's runtime/symtab.go and debug/buildinfo.
 *
 * @module
 */

import { createHash } from 'node:crypto';

export function tinyPrograms(): Record<string, Uint8Array> {
  const [elf, macho] = [tinyElf(), tinyMacho()];
  return { elf, macho, pe: tinyPe(), universal: tinyUniversal(macho), archive: tinyArchive(elf) };
}

const SIZE = 4096;
const TEXT = 0x400;
const TABLE = 0x600;
const MODULE = 0x800;
const BUILD_INFO = 0xa00;

/** Numbers of 32 or 64 bits, little-endian, from an offset on. */
function words(bytes: Buffer, at: number, size: 4 | 8, values: readonly number[]): void {
  for (const [index, value] of values.entries())
    if (size === 4) bytes.writeUInt32LE(value >>> 0, at + index * 4);
    else bytes.writeBigUInt64LE(BigInt(value), at + index * 8);
}

/** Three functions, the module data that points at them, and build information, for an image loaded at `base`. */
function goParts(bytes: Buffer, base: number): void {
  const names = 'main.a\0main.b\0main.c\0';
  const entries = 0x78;
  words(bytes, TABLE, 4, [0xfffffff1, 0x08040000]);
  words(bytes, TABLE + 8, 8, [3, 1, 0, 0x48, 0x60, 0x68, 0x70, entries]);
  bytes.write(names, TABLE + 0x48, 'latin1');
  const records = [40, 60, 80];
  words(bytes, TABLE + entries, 4, [0, 40, 16, 60, 32, 80, 48]);
  for (const [index, at] of records.entries()) words(bytes, TABLE + entries + at, 4, [index * 16, index * 7]);
  const table = base + TABLE;
  const slices = [0x48, 0x60, 0x68, 0x70, entries, entries].flatMap((at) => [table + at, 8, 8]);
  const text = base + TEXT;
  words(bytes, MODULE, 8, [table, ...slices, 0, text, text + 48, text, text + 64]);
  bytes.write('\xff Go buildinf:\x08\x02', BUILD_INFO, 'latin1');
  bytes.write('\x08go1.26.8', BUILD_INFO + 32, 'latin1');
  const settings = `${'0'.repeat(16)}path\tmain\nmod\tm\tv1\t\nbuild\tGOARCH=arm64\n${'0'.repeat(16)}`;
  bytes.writeUInt8(settings.length, BUILD_INFO + 41);
  bytes.write(settings, BUILD_INFO + 42, 'latin1');
}

function tinyElf(): Buffer {
  const bytes = Buffer.alloc(SIZE);
  const base = 0x10000;
  bytes.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  bytes.writeUInt16LE(2, 16);
  bytes.writeUInt16LE(183, 18);
  words(bytes, 24, 8, [base + TEXT, 64]);
  for (const [at, value] of [
    [52, 64],
    [54, 56],
    [56, 5],
    [58, 64],
  ] as const)
    bytes.writeUInt16LE(value, at);
  const [interp, dynamic, strings, symbols, versions, needs, hash, note] = [
    0x180, 0xb40, 0xc40, 0xca0, 0xd00, 0xd20, 0xd60, 0xd80,
  ];
  const segments = [
    [1, 5, 0, TABLE],
    [1, 6, TABLE, SIZE - TABLE],
    [2, 6, dynamic, 0x100],
    [3, 4, interp, 16],
    [4, 4, note, 64],
  ] as const;
  for (const [index, [type, flags, at, size]] of segments.entries()) {
    words(bytes, 64 + index * 56, 4, [type, flags]);
    words(bytes, 72 + index * 56, 8, [at, base + at, base + at, size, size, 0x10000]);
  }
  bytes.write('/lib/ld.so\0', interp, 'latin1');
  bytes.write('\0libc.so.6\0GLIBC_2.34\0puts\0/opt\0', strings, 'latin1');
  const table = [
    [1, 1],
    [15, 27],
    [5, base + strings],
    [10, 0x40],
    [6, base + symbols],
    [4, base + hash],
    [0x6ffffff0, base + versions],
    [0x6ffffffe, base + needs],
    [0x6fffffff, 1],
    [7, base + 0xe00],
    [8, 48],
    [0, 0],
  ];
  words(bytes, dynamic, 8, table.flat());
  words(bytes, symbols + 24, 4, [22, 0x12]);
  bytes.writeUInt16LE(2, versions + 2);
  words(bytes, needs, 4, [0x10001, 1, 16, 0]);
  words(bytes, needs + 16, 4, [0, 0x20000, 11, 0]);
  words(bytes, hash, 4, [1, 2]);
  words(bytes, note, 4, [3, 4, 4]);
  bytes.write('Go\0\0a/b/GNU', note + 12, 'latin1');
  words(bytes, 0xe00, 8, [base + MODULE, 1027, base + TABLE]);
  goParts(bytes, base);
  return bytes;
}

function tinyMacho(): Buffer {
  const bytes = Buffer.alloc(SIZE);
  const base = 2 ** 32;
  const signature = 0xc00;
  words(bytes, 0, 4, [0xfeedfacf, 0x0100000c, 0, 2, 6, 2 * 72 + 80 + 16 + 24 + 32 + 24, 0x200085, 0]);
  let at = 32;
  const segment = (name: string, offset: number, size: number, rights: number, sections: number): void => {
    words(bytes, at, 4, [0x19, 72 + sections * 80]);
    bytes.write(name, at + 8, 'latin1');
    words(bytes, at + 24, 8, [base + offset, size, offset, size]);
    words(bytes, at + 56, 4, [rights, rights, sections, 0]);
    at += 72;
  };
  segment('__TEXT', 0, TABLE, 5, 1);
  bytes.write('__text', at, 'latin1');
  bytes.write('__TEXT', at + 16, 'latin1');
  words(bytes, at + 32, 8, [base + TEXT, 64]);
  words(bytes, at + 48, 4, [TEXT, 2, 0, 0, 0x80000400]);
  at += 80;
  segment('__DATA', TABLE, SIZE - TABLE, 3, 0);
  words(bytes, at, 4, [0x1d, 16, signature, 0x200]);
  words(bytes, at + 16, 4, [0x1b, 24]);
  words(bytes, at + 40, 4, [0x32, 32, 1, 0xc0000, 0xd0000, 0]);
  words(bytes, at + 72, 4, [0x2, 24, 0, 0, 0, 0]);
  goParts(bytes, base);
  const directory = 20;
  const big = (place: number, values: readonly number[]): void => {
    for (const [index, value] of values.entries())
      bytes.writeUInt32BE(value >>> 0, signature + place + index * 4);
  };
  big(0, [0xfade0cc0, 0x200, 1, 0, directory]);
  big(directory, [0xfade0c02, 0x100, 0x20001, 0x2, 0x60, 0x30, 0, 3, signature]);
  bytes.set([32, 2, 0, 10], signature + directory + 36);
  bytes.write('tiny\0', signature + directory + 0x30, 'latin1');
  for (let page = 0; page < 3; page += 1)
    createHash('sha256')
      .update(bytes.subarray(page * 1024, (page + 1) * 1024))
      .digest()
      .copy(bytes, signature + directory + 0x60 + page * 32);
  return bytes;
}

function tinyPe(): Buffer {
  const bytes = Buffer.alloc(SIZE);
  const base = 2 ** 32;
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 60);
  bytes.write('PE\0\0', 0x80, 'latin1');
  words(bytes, 0x84, 4, [0x0002aa64, 0, 0, 0, 0x002200f0]);
  bytes.writeUInt16LE(0x20b, 0x98);
  words(bytes, 0xa8, 4, [TEXT]);
  words(bytes, 0xb0, 8, [base]);
  bytes.writeUInt16LE(3, 0xdc);
  words(bytes, 0x104, 4, [16, 0, 0, 0xb80, 40]);
  for (const [index, [name, at, size, flags]] of (
    [
      ['.text', TEXT, 0x200, 0x60000020],
      ['.data', TABLE, SIZE - TABLE, 0xc0000040],
    ] as const
  ).entries()) {
    bytes.write(name, 0x188 + index * 40, 'latin1');
    words(bytes, 0x190 + index * 40, 4, [size, at, size, at, 0, 0, 0, flags]);
  }
  words(bytes, 0xb80, 4, [0, 0, 0, 0xbc0]);
  bytes.write('kernel32.dll\0', 0xbc0, 'latin1');
  goParts(bytes, base);
  return bytes;
}

function tinyUniversal(macho: Buffer): Buffer {
  const head = Buffer.alloc(SIZE);
  for (const [index, value] of [0xcafebabe, 1, 0x0100000c, 0, SIZE, SIZE, 12].entries())
    head.writeUInt32BE(value, index * 4);
  return Buffer.concat([head, macho]);
}

function tinyArchive(elf: Buffer): Buffer {
  const header = (name: string, size: number): Buffer =>
    Buffer.from(`${name.padEnd(16)}${'0'.padEnd(32)}${String(size).padEnd(10)}\x60\n`, 'latin1');
  const names = Buffer.from('a-name-that-is-long.o/\n\n', 'latin1');
  return Buffer.concat([
    Buffer.from('!<arch>\n', 'latin1'),
    header('//', names.length),
    names,
    header('/0', elf.length),
    elf,
    header('go.o/', 4),
    Buffer.from('text', 'latin1'),
  ]);
}
