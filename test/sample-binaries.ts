/**
 * Binaries as `binary-identity` tells them, for claim tests: the values are those of a hello
 * built by go1.26.8, as llvm-objdump and readelf show them, with what a case needs changed.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice, SignatureState } from '../src/evidence/binary/binary-identity.ts';
import type { Product } from '../src/evidence/binary/product.ts';

export const SIGNATURE: SignatureState = {
  isAdHoc: true,
  isLinkerSigned: true,
  identifier: 'a.out',
  pages: 282,
  pageSize: 4096,
  badPages: [],
  cmsSizeBytes: 0,
};

const MACHO: NonNullable<BinarySlice['macho']> = {
  fileType: 2,
  minimumOs: '12.0.0',
  sdk: '12.0.0',
  platform: 1,
  uuid: '59567bef-fe2c-3de5-e1b2-2e93a7c86222',
  dylibs: ['/usr/lib/libSystem.B.dylib'],
  signature: SIGNATURE,
};

const LIB_SYSTEM = '/usr/lib/libSystem.B.dylib';

/** A thin darwin build; `macho` and `slice` replace parts of it. */
export function machoBinary(
  changes: {
    architecture?: string;
    macho?: Partial<NonNullable<BinarySlice['macho']>>;
    slice?: Partial<BinarySlice>;
    settings?: [string, string][];
  } = {},
): BinaryIdentity {
  const { architecture = 'arm64', macho = {}, slice = {}, settings } = changes;
  return {
    path: '$SCRATCH/hello',
    sizeBytes: 1_161_906,
    sha256: '0'.repeat(64),
    container: 'mach-o',
    slices: [
      {
        architecture,
        offset: 0,
        sizeBytes: 1_161_906,
        sections: [
          { name: '__TEXT,__text', sizeBytes: 500_000 },
          { name: '__TEXT,__gopclntab', sizeBytes: 489_829 },
        ],
        symbols: {
          count: 42,
          goCount: 0,
          entryPoints: [],
          imports: [
            { name: '_sysctl', library: LIB_SYSTEM },
            { name: '_mach_absolute_time', library: LIB_SYSTEM },
          ],
        },
        macho: { ...MACHO, ...macho },
        ...slice,
      },
    ],
    buildInfo: {
      goVersion: 'go1.26.8',
      path: 'command-line-arguments',
      settings: settings ?? [
        ['CGO_ENABLED', '0'],
        ['GOARCH', architecture],
        ['GOOS', 'darwin'],
      ],
    },
  };
}

/** A thin linux build with its symbol table. */
export function elfBinary(
  changes: { architecture?: string; machine?: number; goarch?: string; slice?: Partial<BinarySlice> } = {},
): BinaryIdentity {
  const { architecture = 'arm64', machine = 183, goarch = architecture, slice = {} } = changes;
  return {
    path: '$SCRATCH/hello',
    sizeBytes: 1_822_046,
    sha256: '1'.repeat(64),
    container: 'elf',
    slices: [
      {
        architecture,
        offset: 0,
        sizeBytes: 1_822_046,
        sections: [{ name: '.text', sizeBytes: 500_000 }],
        elf: { class: 64, endian: 'little', machine, entry: 0x82890 },
        ...slice,
      },
    ],
    buildInfo: {
      goVersion: 'go1.26.8',
      path: 'command-line-arguments',
      settings: [
        ['CGO_ENABLED', '0'],
        ['GOARCH', goarch],
        ['GOOS', 'linux'],
      ],
    },
  };
}

/** The same file with another sort of container. */
export function notMacho(): BinaryIdentity {
  return { ...elfBinary(), container: 'elf' };
}

export function builtProduct(changes: Partial<Product> = {}): Product {
  return { command: 'go build', exit: 0, stderr: '', path: '$SCRATCH/hello', made: true, ...changes };
}

export const FAILED_BUILD: Product = builtProduct({
  exit: 1,
  stderr: 'main.go:3:2: package runtime/metrics is not in std\n',
  made: false,
});

/** `go version -m` as go1.26.8 prints it; keys are parted by tabs. */
export function versionOutput(
  name: string,
  settings: readonly string[],
  lines: readonly string[] = [],
): string {
  return [
    `$SCRATCH/${name}: go1.26.8`,
    ...lines,
    ...settings.map((setting) => `\tbuild\t${setting}`),
    '',
  ].join('\n');
}

/** What an honest build for linux/arm64 records. */
export const SETTINGS: readonly string[] = [
  '-buildmode=exe',
  '-compiler=gc',
  'CGO_ENABLED=0',
  'GOARCH=arm64',
  'GOOS=linux',
];

/** One entry of `version-listing`. */
export function versionEntry(
  name: string,
  settings: readonly string[] = SETTINGS,
  lines: readonly string[] = [],
) {
  return { name, exit: 0, output: versionOutput(name, settings, lines), stderr: '' };
}
