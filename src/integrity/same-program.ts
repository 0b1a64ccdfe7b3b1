/**
 * Whether a program that differs from the released one is the same program all the same: what is
 * loaded and run is equal, and only what nobody runs was taken away or put on. Pure.
 *
 * `strip` takes the section table and what only debuggers read from an ELF file; its loaded segments
 * stay as they are. Signing a Mach-O file replaces what lies behind all code and data.
 *
 * @module
 */

export type SameProgram = 'stripped' | 'signature';

/** Undefined if they differ in anything that runs, or are of a sort that is not known here. */
export function sameProgram(released: Uint8Array, mine: Uint8Array): SameProgram | undefined {
  try {
    if (isElf(released) && isElf(mine)) return sameElf(released, mine) ? 'stripped' : undefined;
    if (isMachO(released) && isMachO(mine)) return sameMachO(released, mine) ? 'signature' : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a header that points outside of its file
    throw error;
  }
  return undefined;
}

/** 64 bits, little-endian: what Go is released for, but for 32-bit and s390x. */
const isElf = (bytes: Uint8Array): boolean => startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const isMachO = (bytes: Uint8Array): boolean => startsWith(bytes, [0xcf, 0xfa, 0xed, 0xfe]);

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, at) => bytes[at] === value);
}

const [ELF_HEADER, PROGRAM_HEADER, SECTION_HEADER] = [64, 56, 64];
const [SECTION_OFFSET, SECTION_COUNT] = [0x28, 0x3c];

/** The header but for what it says of sections, the program headers, and every byte that they load. */
function sameElf(released: Uint8Array, mine: Uint8Array): boolean {
  // Where the released section table lay strip leaves zeros, or the table as it was.
  const [from, to] = sectionTableOf(released);
  const kept = copyOf(mine);
  if (isEqual(mine.subarray(from, to), released.subarray(from, to))) kept.fill(0, from, to);
  const [one, other] = [loadedOf(released), loadedOf(kept)];
  return (
    one.length > 2 &&
    one.length === other.length &&
    one.every((part, at) => isEqualInMemory(part, other[at] ?? new Uint8Array()))
  );
}

/**
 * The header with its program headers, then each segment. The first segment loads both, and in Go's
 * programs the section table as well: what they say of sections, and of places in the file, is nothing that runs.
 */
function loadedOf(file: Uint8Array): Uint8Array[] {
  const view = viewOf(file);
  const wordAt = (at: number): number => Number(view.getBigUint64(at, true));
  const copy = copyOf(file);
  copy.fill(0, ...sectionTableOf(file));
  copy.fill(0, SECTION_OFFSET, SECTION_OFFSET + 8);
  copy.fill(0, SECTION_COUNT, SECTION_COUNT + 4);
  const [place, count] = [wordAt(0x20), view.getUint16(0x38, true)];
  const headers = Array.from({ length: count }, (_, index) => place + index * PROGRAM_HEADER);
  for (const at of headers) {
    copy.fill(0, at + 8, at + 16); // p_offset
    copy.fill(0, at + 32, at + 40); // p_filesz: strip leaves out zeros at the end
  }
  return [
    within(copy, 0, ELF_HEADER),
    within(copy, place, place + count * PROGRAM_HEADER),
    ...headers.map((at) => within(copy, wordAt(at + 8), wordAt(at + 8) + wordAt(at + 32))),
  ];
}

function sectionTableOf(file: Uint8Array): [from: number, to: number] {
  const view = viewOf(file);
  const from = Number(view.getBigUint64(SECTION_OFFSET, true));
  return [from, from + view.getUint16(SECTION_COUNT, true) * SECTION_HEADER];
}

/** What the file does not fill up is zero. */
function isEqualInMemory(one: Uint8Array, other: Uint8Array): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return (
    isEqual(shorter, longer.subarray(0, shorter.length)) &&
    longer.subarray(shorter.length).every((value) => value === 0)
  );
}

const MACH_HEADER = 32;
const [LC_SEGMENT_64, LC_CODE_SIGNATURE] = [0x19, 0x1d];

/** Header and load commands but for the signature's, and all bytes before the signature. */
function sameMachO(released: Uint8Array, mine: Uint8Array): boolean {
  const [one, other] = [partsOf(released), partsOf(mine)];
  if (one.commands.length !== other.commands.length) return false;
  if (!one.commands.every((command, at) => isEqual(command, other.commands[at] ?? new Uint8Array())))
    return false;
  const from = Math.max(one.begin, other.begin);
  const to = Math.min(one.end, other.end);
  const longer = one.end > to ? within(released, to, one.end) : within(mine, to, other.end);
  return (
    isEqual(within(released, from, to), within(mine, from, to)) && longer.every((value) => value === 0) // aligned for a signature
  );
}

interface MachOParts {
  /** The header first; without what a signature changes in them. */
  readonly commands: readonly Uint8Array[];
  /** Where the commands end, and where the signature begins. */
  readonly begin: number;
  readonly end: number;
}

function partsOf(file: Uint8Array): MachOParts {
  const view = viewOf(file);
  const header = copyOf(within(file, 0, MACH_HEADER));
  header.fill(0, 16, 24); // how many commands, of how many bytes
  const commands = [header];
  let end = file.length;
  let at = MACH_HEADER;
  for (let left = view.getUint32(16, true); left > 0; left -= 1) {
    const [kind, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    const command = copyOf(within(file, at, at + size));
    const name = new TextDecoder('latin1').decode(command.subarray(8, 24)).replace(/\0.*/s, '');
    if (kind === LC_CODE_SIGNATURE) end = view.getUint32(at + 8, true);
    else {
      // __LINKEDIT holds the signature: its sizes are those with it.
      if (kind === LC_SEGMENT_64 && name === '__LINKEDIT') {
        command.fill(0, 32, 40);
        command.fill(0, 48, 56);
      }
      commands.push(command);
    }
    at += Math.max(8, size);
  }
  return { commands, begin: at, end };
}

/** Not slice(): that of a Buffer is no copy. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Throws RangeError if the file has no such bytes. */
function within(file: Uint8Array, from: number, to: number): Uint8Array {
  if (!(from >= 0 && from <= to && to <= file.length)) throw new RangeError(`no bytes ${from} to ${to}`);
  return file.subarray(from, to);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
