/**
 * What sort of file it is and for which processors, from its first bytes alone.
 *
 * Enough to tell an amd64 Go from an arm64 one without running it; `elf.ts` and `macho.ts` read
 * the rest. A universal Mach-O and a Java class file share their magic; a class file's next word
 * is a version above 40, and no universal file has that many slices.
 *
 * Sources: System V gABI ch. 4 (e_machine), Apple mach-o/loader.h and fat.h, Microsoft PE format.
 *
 * @module
 */

export interface Container {
  readonly format: 'elf' | 'mach-o' | 'mach-o-fat' | 'pe' | 'ar' | 'script' | 'other';
  /** In Go's names where Go has one, else as "machine-0xf7"; one per slice of a universal file. */
  readonly architectures: readonly string[];
}

/** Returns undefined if there are too few bytes to say. 4 KiB are always enough; PE may need them. */
export function containerOf(bytes: Uint8Array): Container | undefined {
  if (bytes.length < 4) return undefined;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return { format: 'script', architectures: [] };
  if (bytes[0] === 0x4d && bytes[1] === 0x5a) return portableExecutable(data);
  switch (data.getUint32(0)) {
    case 0x7f454c46:
      return elf(data);
    case 0xcefaedfe:
    case 0xcffaedfe:
      return thin(data, true);
    case 0xfeedface:
    case 0xfeedfacf:
      return thin(data, false);
    case 0xcafebabe:
      return universal(data, 20);
    case 0xcafebabf:
      return universal(data, 32);
    case 0x213c6172: // "!<arch>\n"
      return { format: isArchive(bytes) ? 'ar' : 'other', architectures: [] };
    default:
      return { format: 'other', architectures: [] };
  }
}

function elf(data: DataView): Container | undefined {
  if (data.byteLength < 20) return undefined;
  const isLittle = data.getUint8(5) === 1;
  const is64 = data.getUint8(4) === 2;
  return { format: 'elf', architectures: [elfArchitecture(data.getUint16(18, isLittle), is64, isLittle)] };
}

/** Go's name for an ELF e_machine, which may need the class and the byte order as well. */
export function elfArchitecture(machine: number, is64: boolean, isLittle: boolean): string {
  switch (machine) {
    case 3:
      return '386';
    case 8:
      return `mips${is64 ? '64' : ''}${isLittle ? 'le' : ''}`;
    case 21:
      return isLittle ? 'ppc64le' : 'ppc64';
    case 22:
      return 's390x';
    case 40:
      return 'arm';
    case 62:
      return 'amd64';
    case 183:
      return 'arm64';
    case 243:
      return is64 ? 'riscv64' : 'riscv';
    case 258:
      return 'loong64';
    default:
      return unnamed(machine);
  }
}

function thin(data: DataView, isLittle: boolean): Container | undefined {
  if (data.byteLength < 8) return undefined;
  return { format: 'mach-o', architectures: [machArchitecture(data.getUint32(4, isLittle))] };
}

/** Go's name for a Mach-O CPU type. */
export function machArchitecture(cpuType: number): string {
  const names: Readonly<Record<number, string>> = {
    7: '386',
    12: 'arm',
    0x01000007: 'amd64',
    0x0100000c: 'arm64',
    0x0200000c: 'arm64_32',
    18: 'ppc',
    0x01000012: 'ppc64',
  };
  return names[cpuType] ?? unnamed(cpuType);
}

const MOST_SLICES = 40;

function universal(data: DataView, entrySize: number): Container | undefined {
  if (data.byteLength < 8) return undefined;
  const count = data.getUint32(4);
  if (count > MOST_SLICES) return { format: 'other', architectures: [] }; // a Java class file
  if (data.byteLength < 8 + count * entrySize) return undefined;
  const slices = Array.from({ length: count }, (_, index) =>
    machArchitecture(data.getUint32(8 + index * entrySize)),
  );
  return { format: 'mach-o-fat', architectures: slices };
}

function portableExecutable(data: DataView): Container | undefined {
  if (data.byteLength < 64) return undefined;
  const at = data.getUint32(60, true);
  if (at + 6 > data.byteLength) return { format: 'other', architectures: [] };
  if (data.getUint32(at) !== 0x50450000) return { format: 'other', architectures: [] };
  return { format: 'pe', architectures: [peArchitecture(data.getUint16(at + 4, true))] };
}

/** Go's name for the machine of a COFF header. */
export function peArchitecture(machine: number): string {
  const names: Readonly<Record<number, string>> = {
    0x14c: '386',
    0x8664: 'amd64',
    0xaa64: 'arm64',
    0x1c4: 'arm',
  };
  return names[machine] ?? unnamed(machine);
}

function isArchive(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 8)) === '!<arch>\n';
}

function unnamed(machine: number): string {
  return `machine-0x${machine.toString(16)}`;
}
