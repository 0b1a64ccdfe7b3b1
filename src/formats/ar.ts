/**
 * Archives of objects, as `go build -buildmode=c-archive` and the compiler write them: members
 * one behind the other, each with a header of text.
 *
 * Two ways to long names: GNU's table "//" with offsets, and BSD's "#1/n" with the name before
 * the content.
 *
 * Source: ar(5) of FreeBSD, binutils' ar.h.
 *
 * @module
 */

import { View } from '../bytes/view.ts';
import type { Range } from './elf.ts';

export const AR_MAGIC_SIZE = 8;
export const AR_HEADER_SIZE = 60;

export interface ArHeader extends Range {
  /** As written; `#1/n` and `/n` stand for names elsewhere. */
  readonly name: string;
  /** Where the next header lies. */
  readonly next: number;
}

/** The header of the member at `at`; `bytes` are those of the header. */
export function arHeader(archive: string, bytes: Uint8Array, at: number): ArHeader {
  const view = new View(`${archive} › member at 0x${at.toString(16)}`, bytes, 'big');
  if (view.u16(58) !== 0x600a) throw view.error('no end of the header', 58);
  const text = view.text(48, 10).trim();
  if (!/^\d{1,10}$/.test(text)) throw view.error(`a size of "${text}" is no number`, 48);
  const sizeBytes = Number(text);
  const offset = at + AR_HEADER_SIZE;
  return {
    name: view.text(0, 16).trimEnd(),
    offset,
    sizeBytes,
    next: offset + sizeBytes + (sizeBytes % 2),
  };
}

/** How many bytes of the content are a BSD name. */
export function bsdNameSize({ name }: ArHeader): number {
  return Number(/^#1\/(\d{1,4})$/.exec(name)?.[1] ?? 0);
}

/** The name that a header stands for, given the content of the member "//". */
export function memberName({ name }: ArHeader, longNames: Uint8Array): string {
  const at = /^\/(\d{1,10})$/.exec(name)?.[1];
  if (at === undefined) return name.length > 1 ? name.replace(/\/$/, '') : name;
  const rest = new TextDecoder().decode(longNames.subarray(Number(at), Number(at) + 4096));
  return rest.replace(/\/?\n[\s\S]*$/, '');
}

/** Members that only tell where symbols are, or hold names. */
export function isIndex(name: string): boolean {
  return name === '/' || name === '//' || name === '/SYM64/' || name.startsWith('__.SYMDEF');
}
