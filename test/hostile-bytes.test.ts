/**
 * The parsers of binaries on any bytes: a value or a FormatError, soon, whatever they claim.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../src/bytes/error.ts';
import { View } from '../src/bytes/view.ts';
import { buildInfo, findBuildInfo } from '../src/formats/buildinfo.ts';
import { codeSignature } from '../src/formats/code-signature.ts';
import { elfHeader, elfSectionHeaders, elfSymbols, nameSections } from '../src/formats/elf.ts';
import { arHeader } from '../src/formats/ar.ts';
import { chainedSegments, chainOfPage } from '../src/formats/chained-fixups.ts';
import { cms } from '../src/formats/cms.ts';
import {
  dynamicEntries,
  symbolCountOfGnuHash,
  undefinedSymbols,
  versionNeeds,
} from '../src/formats/elf-dynamic.ts';
import { arm64Property, elfNotes } from '../src/formats/elf-notes.ts';
import { elfSegments } from '../src/formats/elf-segments.ts';
import { importNames, peHeader, peSymbols } from '../src/formats/pe.ts';
import { bindOpcodes, chainedImports } from '../src/formats/macho-binds.ts';
import { machoCommands, machoHeader, machoSymbols } from '../src/formats/macho.ts';
import { universalSlices } from '../src/formats/universal.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const ELF = elfHeader('app', hex(`7f454c46 020101 ${'00'.repeat(57)}`));
const MACHO = machoHeader('app', hex(`cffaedfe 0c000001 ${'00'.repeat(24)}`));
const MACHO32 = machoHeader('app', hex(`feedface 00000012 ${'00'.repeat(24)}`));

/** "\xff Go buildinf:" */
const BUILD_INFO = 'ff20476f206275696c64696e663a';

/** dyld_chained_fixups_header of mach-o/fixup-chains.h: seven words; the imports follow it at once. */
function fixups(symbols: number, count: number, format: number, rest: readonly number[]): Uint8Array {
  const words = [0, 0, 28, symbols, count, format, 0];
  return Uint8Array.from([...words.flatMap((word) => [word, 0, 0, 0]), ...rest]);
}

/** A header that claims more segments than there are bytes for, now and then. */
function programs(size: number): typeof ELF {
  return { ...ELF, programTable: { offset: 0, sizeBytes: size, count: size % 9, entrySize: 56 } };
}

/** What each parser is given first, so that most bytes are not turned away at the magic. */
const PARSERS: readonly (readonly [string, string, (bytes: Uint8Array) => unknown])[] = [
  ['elfHeader()', '7f454c46', (bytes) => elfHeader('app', bytes)],
  [
    'elfSectionHeaders()',
    '',
    (bytes) => {
      const sectionTable = { ...ELF.sectionTable, count: bytes.length % 9, entrySize: 64 };
      return nameSections('app', elfSectionHeaders('app', { ...ELF, sectionTable }, bytes), bytes);
    },
  ],
  ['elfSymbols()', '', (bytes) => elfSymbols('app', ELF, bytes, bytes)],
  ['elfSymbols() of 32 bits', '', (bytes) => elfSymbols('app', { ...ELF, is64: false }, bytes, bytes)],
  ['machoHeader()', 'cffaedfe', (bytes) => machoHeader('app', bytes)],
  ['universalSlices()', 'cafebabe 000000', (bytes) => universalSlices('app', bytes)],
  ['universalSlices() of 64 bits', 'cafebabf 000000', (bytes) => universalSlices('app', bytes)],
  ['machoCommands()', '', (bytes) => machoCommands('app', { ...MACHO, commandCount: 1e9 }, bytes)],
  [
    'machoCommands(), a segment',
    '19000000 98000000',
    (bytes) => machoCommands('app', { ...MACHO, commandCount: 2 }, bytes),
  ],
  [
    'machoCommands() of 32 bits, a segment',
    '00000001 00000044',
    (bytes) => machoCommands('app', { ...MACHO32, commandCount: 2 }, bytes),
  ],
  [
    'machoCommands(), a dylib',
    '0c000000 18000000',
    (bytes) => machoCommands('app', { ...MACHO, commandCount: 2 }, bytes),
  ],
  ['machoSymbols()', '', (bytes) => machoSymbols('app', MACHO, bytes, bytes)],
  ['bindOpcodes()', '', (bytes) => bindOpcodes('app', bytes)],
  [
    'chainedImports()',
    '00 00 00',
    ([symbols = 0, count = 0, format = 0, ...rest]) =>
      chainedImports('app', fixups(symbols, count % 4, 1 + (format % 3), rest)),
  ],
  [
    'codeSignature()',
    'fade0cc0 00000100 00000001 00000000 00000014 fade0c02 00000040 00020001 00020002 0000002c 00000028 00000000 000000',
    (bytes) => codeSignature('app', bytes),
  ],
  ['buildInfo()', `${BUILD_INFO} 0802`, (bytes) => buildInfo('app', bytes, findBuildInfo(bytes) ?? 0)],
  ['elfSegments()', '', (bytes) => elfSegments('app', programs(bytes.length), bytes)],
  ['dynamicEntries()', '', (bytes) => dynamicEntries('app', ELF, bytes)],
  ['undefinedSymbols()', '', (bytes) => undefinedSymbols('app', ELF, bytes, bytes)],
  [
    'versionNeeds()',
    `01000000 00000000 10000000 00000000`,
    (bytes) => versionNeeds('app', ELF, 1e9, bytes, bytes),
  ],
  [
    'symbolCountOfGnuHash()',
    '01000000 01000000 00000000 00000000 01000000',
    (bytes) => symbolCountOfGnuHash('app', ELF, bytes),
  ],
  ['elfNotes()', '04000000', (bytes) => arm64Property(elfNotes(bytes, 'little', 0, 4), 'little', true)],
  [
    'arm64Property()',
    '04000000 10000000 05000000 474e5500 000000c0',
    (bytes) => arm64Property(elfNotes(bytes, 'little', 0, 8), 'little', true),
  ],
  ['peHeader()', `4d5a ${'00'.repeat(58)} 40000000 50450000 64aa`, (bytes) => peHeader('app', bytes)],
  ['peSymbols()', '', (bytes) => peSymbols('app', bytes, bytes)],
  ['importNames()', '', (bytes) => importNames('app', 2 ** 32, bytes)],
  ['arHeader()', `${'61'.repeat(48)} 31322020202020202020 600a`, (bytes) => arHeader('app', bytes, 0)],
  ['cms()', '300f 0609 2a864886f70d010904 3102 0400 00', (bytes) => cms('app', bytes)],
  [
    'cms() of endless parts',
    '3080 3080 0603 550403',
    (bytes) => cms('app', Uint8Array.from([...bytes.slice(0, 9 + (bytes.length % 3)), 0, 0, 0, 0])),
  ],
  [
    'chainedSegments()',
    '00000000 08000000 01000000 08000000 18000000 0040 0200 0000000000000000 00000000 0100',
    (bytes) => {
      for (const segment of chainedSegments('app', bytes))
        for (const start of segment.starts) chainOfPage(segment, start, bytes, 0, () => undefined);
    },
  ],
  [
    'buildInfo() with pointers',
    `${BUILD_INFO} 0801`,
    (bytes) => buildInfo('app', bytes, 0, (at) => new TextEncoder().encode(`go${at}`)),
  ],
];

for (const [name, start, parse] of PARSERS) {
  test(`${name} gives a value or a FormatError for any bytes`, () => {
    const first = hex(start);
    const mixed = fc.array(fc.oneof(fc.constantFrom(0, 1, 8, 0xff), fc.integer({ min: 0, max: 255 })), {
      maxLength: 400,
      size: 'max',
    });
    let values = 0;
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400, size: 'max' }), mixed), (rest) => {
        const begin = process.threadCpuUsage();
        try {
          parse(Uint8Array.from([...first, ...rest]));
          values += 1;
        } catch (error) {
          assert.ok(error instanceof FormatError, String(error));
          assert.ok(Number.isSafeInteger(error.offset));
        }
        assert.ok(process.threadCpuUsage(begin).user < 500_000);
      }),
      { numRuns: 500 },
    );
    assert.ok(values > 0 || name.includes('machoCommands'), 'no bytes had a value: the start is wrong');
  });
}

test('chainedImports() reads ordinals and names of all three formats', () => {
  const names = [...Buffer.from('\0_open\0_close\0')];
  // lib_ordinal:8 weak_import:1 name_offset:23, then a 32-bit addend in format 2; format 3 has 64 bits of
  // lib_ordinal:16 weak_import:1 reserved:15 name_offset:32, and a 64-bit addend. -2 is flat lookup.
  const imports = [
    [1, [0x02, 0x02, 0, 0, 0xfe, 0x0e, 0, 0]],
    [2, [0x02, 0x02, 0, 0, 9, 9, 9, 9, 0xfe, 0x0e, 0, 0, 9, 9, 9, 9]],
    [
      3,
      [
        2,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        ...Array<number>(8).fill(9),
        0xfe,
        0xff,
        0,
        0,
        7,
        0,
        0,
        0,
        ...Array<number>(8).fill(9),
      ],
    ],
  ] as const;
  for (const [format, entries] of imports) {
    assert.deepEqual(chainedImports('app', fixups(28 + entries.length, 2, format, [...entries, ...names])), [
      { symbol: '_open', ordinal: 2 },
      { symbol: '_close', ordinal: -2 },
    ]);
  }
});

test('a View names the window and the place where its bytes end', () => {
  const view = new View('app', hex('01020304'), 'big');
  assert.equal(view.u16(2), 0x0304);
  assert.equal(view.slice('half', 2, 2).text(0), '\x03\x04');
  for (const read of [
    () => view.u32(1),
    () => view.u64(0),
    () => view.u8(-1),
    () => view.u8(Number.NaN),
    () => view.u8(2 ** 60),
    () => view.slice('rest', 3, 2),
    () => view.slice('rest', 0, Number.NaN),
    () => view.slice('rest', 0, -1),
    () => view.text(5),
  ])
    assert.throws(read, FormatError);
  assert.throws(
    () => view.slice('half', 2, 2).u32(0),
    /^FormatError: Cannot read app › half: needs 4 bytes, has 2, at 0x0$/,
  );
});
