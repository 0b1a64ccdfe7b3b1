/**
 * What a forger does to a program, as changes of its bytes: the header, the build information, the
 * function table or the code of another architecture, slices that are not what their table says,
 * and plain damage. Every change is a function of the bytes and a number, so the set is the same each time.
 *
 * Sources: System V gABI (e_machine), Apple mach-o/loader.h and fat.h (cputype), Go runtime/symtab.go (pcHeader).
 *
 * @module
 */

import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';

export interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly container: 'elf' | 'mach-o';
  readonly slice: BinarySlice;
}

export interface Made {
  readonly name: string;
  readonly base: string;
  readonly change: string;
  readonly truth: 'native' | 'other' | 'forged' | 'damaged';
  readonly bytes: Uint8Array;
}

type Architecture = 'arm64' | 'amd64';

const ELF_MACHINE = { arm64: 183, amd64: 62 } as const;
const CPU_TYPE = { arm64: 0x0100000c, amd64: 0x01000007 } as const;
const FAT_MAGIC = 0xcafebabe;
const FAT_ALIGNMENT = 14;

/** Of the code that a forger puts other code over. */
const SWAPPED_SHARES = [1, 0.9, 0.75];

const TRUNCATIONS = 24;
const MUTATIONS = 40;
const FORGED_MUTATIONS = 16;
const CHANGED_BYTES = 24;

export function labelledSet(bases: readonly Base[]): Made[] {
  return [...bases.flatMap((base) => ofOne(base, bases)), ...universals(bases), ...noPrograms()];
}

function ofOne(base: Base, bases: readonly Base[]): Made[] {
  const { name, slice } = base;
  const isArm64 = slice.architecture === 'arm64';
  const other: Architecture = isArm64 ? 'amd64' : 'arm64';
  const made = (change: string, truth: Made['truth'], bytes: Uint8Array): Made => ({
    name: `${name}: ${change}`,
    base: name,
    change: change.replace(/ \d.*$/, ''),
    truth,
    bytes,
  });
  const donor = bases.find((one) => one.container === base.container && one.slice.architecture === other);
  const headed = withHeader(base, other);
  const settled = withSetting(base.bytes, slice.architecture, other);
  const both = withSetting(headed, slice.architecture, other);
  const all = withQuantum(both, slice, isArm64 ? 1 : 4);
  const plain = isArm64 ? 'damaged' : 'other';
  return [
    made('honest', isArm64 ? 'native' : 'other', base.bytes),
    made('header patched', 'forged', headed),
    ...(settled === base.bytes ? [] : [made('GOARCH patched', 'forged', settled)]),
    made('header and GOARCH patched', 'forged', both),
    made('header, GOARCH and function table patched', 'forged', all),
    ...(donor
      ? SWAPPED_SHARES.map((share) =>
          made(`code swapped ${share * 100} %`, 'forged', withCodeOf(base, donor, share)),
        )
      : []),
    ...times(TRUNCATIONS, (index) =>
      made(`truncated ${index}`, plain, base.bytes.slice(0, cut(base.bytes.length, index))),
    ),
    ...times(MUTATIONS, (seed) => made(`mutated ${seed}`, plain, mutated(base.bytes, seed))),
    ...times(FORGED_MUTATIONS, (seed) =>
      made(`all patched and mutated ${seed}`, 'forged', mutated(all, seed + 1000)),
    ),
  ];
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** At even parts of the file, and near its start where the headers are. */
function cut(size: number, index: number): number {
  return index < 8 ? 16 << index : Math.floor((size * (index - 7)) / (TRUNCATIONS - 6));
}

function withHeader({ bytes, container }: Base, architecture: Architecture): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  if (container === 'elf') view.setUint16(18, ELF_MACHINE[architecture], true);
  else view.setUint32(4, CPU_TYPE[architecture], true);
  return copy;
}

/** GOARCH=… wherever it stands; the bytes themselves if it does nowhere. */
function withSetting(bytes: Uint8Array, from: string, to: Architecture): Uint8Array {
  const copy = Buffer.from(bytes);
  const wanted = `\tGOARCH=${from}\n`;
  const forged = `\tGOARCH=${to}\n`;
  let at = copy.indexOf(wanted, 0, 'latin1');
  if (at < 0) return bytes;
  for (; at >= 0; at = copy.indexOf(wanted, at + 1, 'latin1')) copy.write(forged, at, 'latin1');
  return copy;
}

/** The pc quantum of Go's function table: 1 on amd64, 4 on arm64. */
function withQuantum(bytes: Uint8Array, { functionTable }: BinarySlice, quantum: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (functionTable?.offset !== undefined) copy[functionTable.offset + 6] = quantum;
  return copy;
}

/** The code of `base` up to a share of it replaced by that of `donor`, again from its start if it is shorter. */
function withCodeOf(base: Base, donor: Base, share: number): Uint8Array {
  const copy = Uint8Array.from(base.bytes);
  const code = donor.slice.code?.toSorted((one, other) => other.sizeBytes - one.sizeBytes)[0];
  if (!code) return copy;
  const source = donor.bytes.subarray(code.offset, code.offset + code.sizeBytes);
  for (const { offset, sizeBytes } of base.slice.code ?? []) {
    const size = Math.floor(sizeBytes * share);
    for (let at = 0; at < size; at += source.length)
      copy.set(source.subarray(0, Math.min(source.length, size - at)), offset + at);
  }
  return copy;
}

/** Some bytes changed, chosen by a linear congruential generator (Numerical Recipes, §7.1). */
function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  let state = seed + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // Every other seed changes the headers only, where a change is worth most.
  const reach = seed % 2 === 0 ? copy.length : Math.min(copy.length, 4096);
  for (let change = 0; change < CHANGED_BYTES; change += 1) copy[next(reach)] = next(256);
  return copy;
}

interface Slice {
  readonly declared: Architecture;
  readonly bytes: Uint8Array;
}

/** Universal files whose table tells the truth, and whose table does not. */
function universals(bases: readonly Base[]): Made[] {
  const thin = (architecture: Architecture) =>
    bases.find((base) => base.container === 'mach-o' && base.slice.architecture === architecture);
  const [arm64, amd64] = [thin('arm64'), thin('amd64')];
  if (!arm64 || !amd64) return [];
  const honest = { declared: 'arm64', bytes: arm64.bytes } as const;
  const intel = { declared: 'amd64', bytes: amd64.bytes } as const;
  const disguised = { declared: 'arm64', bytes: amd64.bytes } as const;
  const patched = { declared: 'arm64', bytes: withHeader(amd64, 'arm64') } as const;
  const hidden = { declared: 'amd64', bytes: arm64.bytes } as const;
  const sets: readonly (readonly [change: string, truth: Made['truth'], slices: readonly Slice[]])[] = [
    ['one honest slice', 'native', [honest]],
    ['one amd64 slice', 'other', [intel]],
    ['one slice declared arm64', 'forged', [disguised]],
    ['one slice declared and patched to arm64', 'forged', [patched]],
    ['two honest slices', 'other', [intel, honest]],
    ['two slices, declarations exchanged', 'forged', [disguised, hidden]],
    ['two slices, one disguised', 'forged', [honest, disguised]],
    ['two slices, one patched', 'forged', [honest, patched]],
  ];
  return sets.map(([change, truth, slices]) => ({
    name: `universal: ${change}`,
    base: arm64.name,
    change: 'universal',
    truth,
    bytes: universal(slices),
  }));
}

function universal(slices: readonly Slice[]): Uint8Array {
  const unit = 2 ** FAT_ALIGNMENT;
  const offsets: number[] = [];
  let end = unit;
  for (const { bytes } of slices) {
    offsets.push(end);
    end = Math.ceil((end + bytes.length) / unit) * unit;
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  view.setUint32(0, FAT_MAGIC);
  view.setUint32(4, slices.length);
  for (const [index, { declared, bytes }] of slices.entries()) {
    const offset = offsets[index] ?? 0;
    const fields = [CPU_TYPE[declared], declared === 'amd64' ? 3 : 0, offset, bytes.length, FAT_ALIGNMENT];
    for (const [field, value] of fields.entries()) view.setUint32(8 + index * 20 + field * 4, value);
    file.set(bytes, offset);
  }
  return file;
}

/** Go's marks in what no loader starts. */
function noPrograms(): Made[] {
  const texts = {
    'an empty file': '',
    'a text that names arm64': 'GOOS=linux GOARCH=arm64\n',
    'a script': '#!/bin/sh\nexec ./app-arm64\n',
    'build information and nothing else': '\xff Go buildinf:\x08\x02build\tGOARCH=arm64\n',
    'an ELF magic and nothing else': '\x7fELF',
  };
  return Object.entries(texts).map(([name, text]) => ({
    name,
    base: 'none',
    change: 'no program',
    truth: 'other',
    bytes: Buffer.from(text, 'latin1'),
  }));
}
