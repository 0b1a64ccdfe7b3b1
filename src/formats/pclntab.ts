/**
 * The head of Go's function table: which layout it is, and the pc quantum, the least distance
 * between two instructions. It comes from the compiler's back end and not from what the linker
 * was told, so it is a witness of its own to the architecture.
 *
 * Source: Go's internal/abi/symtab.go and debug/gosym/pclntab.go.
 *
 * @module
 */

import { View, type Endian } from '../bytes/view.ts';

export interface FunctionTableHead {
  /** The release that brought the layout: "1.2", "1.16", "1.18", "1.20". */
  readonly layout: string;
  /** 1 on x86, 2 on s390x, 4 where all instructions have four bytes. */
  readonly quantum: number;
  readonly pointerSize: number;
}

export const FUNCTION_TABLE_HEAD_SIZE = 16;

const LAYOUTS: Readonly<Record<number, string>> = {
  0xfffffffb: '1.2',
  0xfffffffa: '1.16',
  0xfffffff0: '1.18',
  0xfffffff1: '1.20',
};

/** Returns undefined if the bytes are the head of no layout known here. */
export function functionTableHead(bytes: Uint8Array, endian: Endian): FunctionTableHead | undefined {
  if (bytes.length < 8) return undefined;
  const view = new View('function table', bytes, endian);
  const layout = LAYOUTS[view.u32(0)];
  const [quantum, pointerSize] = [view.u8(6), view.u8(7)];
  const isSound = view.u16(4) === 0 && [1, 2, 4].includes(quantum) && [4, 8].includes(pointerSize);
  return layout !== undefined && isSound ? { layout, quantum, pointerSize } : undefined;
}

/** The quantum that Go uses on an architecture, by sys.MinLC of cmd/internal/sys; undefined for others. */
export function quantumOf(architecture: string): number | undefined {
  const quanta: Readonly<Record<string, number>> = {
    amd64: 1,
    '386': 1,
    arm64: 4,
    arm: 4,
    loong64: 4,
    mips: 4,
    mipsle: 4,
    mips64: 4,
    mips64le: 4,
    ppc64: 4,
    ppc64le: 4,
    s390x: 2,
  };
  return quanta[architecture];
}
