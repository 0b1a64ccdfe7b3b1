/**
 * Which library each imported symbol of a Mach-O is bound from.
 *
 * Two encodings. LC_DYLD_INFO holds a byte code that names symbols and libraries; newer linkers
 * write LC_DYLD_CHAINED_FIXUPS with a plain table of imports. The symbol table's own ordinals
 * are not used: Go's linker leaves them at 0.
 *
 * Sources: dyld's BIND_OPCODE_* in mach-o/loader.h, and mach-o/fixup-chains.h.
 *
 * @module
 */

import { stringTable } from '../bytes/string-table.ts';
import { uvarint } from '../bytes/varint.ts';
import { View } from '../bytes/view.ts';

export interface Bind {
  readonly symbol: string;
  /** Counts load commands from 1; 0 is the file itself, negative are special lookups. */
  readonly ordinal: number;
}

const OPCODE = 0xf0;
const IMMEDIATE = 0x0f;

/** Reads the byte code of the ordinary, weak or lazy bind table. Each symbol is told once. */
export function bindOpcodes(name: string, bytes: Uint8Array): Bind[] {
  const view = new View(`${name} › bind opcodes`, bytes, 'little');
  const binds = new Map<string, Bind>();
  let at = 0;
  let ordinal = 0;
  let symbol = '';

  function uleb(): number {
    const [value, next] = uvarint(view, at);
    at = next;
    return value;
  }
  function bind(): void {
    binds.set(symbol, { symbol, ordinal });
  }

  while (at < view.size) {
    const byte = view.u8(at);
    const immediate = byte & IMMEDIATE;
    at += 1;
    switch (byte & OPCODE) {
      case 0x00: // done; a lazy table goes on after it
      case 0x50: // type
        break;
      case 0x10:
        ordinal = immediate;
        break;
      case 0x20:
        ordinal = uleb();
        break;
      case 0x30: // special: 0, -1, -2 …
        ordinal = immediate === 0 ? 0 : immediate - 16;
        break;
      case 0x40:
        symbol = view.text(at);
        at += new TextEncoder().encode(symbol).length + 1;
        break;
      case 0x60: // addend
      case 0x70: // segment and offset
      case 0x80: // add to address
        uleb();
        break;
      case 0x90:
      case 0xb0:
        bind();
        break;
      case 0xa0:
        bind();
        uleb();
        break;
      case 0xc0:
        bind();
        uleb();
        uleb();
        break;
      default:
        throw view.error(`opcode 0x${byte.toString(16)} is not known`, at - 1);
    }
  }
  return [...binds.values()];
}

/** Reads the table of imports of LC_DYLD_CHAINED_FIXUPS. */
export function chainedImports(name: string, bytes: Uint8Array): Bind[] {
  const view = new View(`${name} › chained fixups`, bytes, 'little');
  const [importsAt, symbolsAt, count, format] = [view.u32(8), view.u32(12), view.u32(16), view.u32(20)];
  if (format < 1 || format > 3) throw view.error(`imports format ${format} is not known`, 20);
  const size = [4, 8, 16][format - 1] ?? 4;
  if (count * size > view.size) throw view.error(`${count} imports do not fit`, 16);
  const nameOf = stringTable(view);
  return Array.from({ length: count }, (_, index) => {
    const entry = importsAt + index * size;
    const word = view.u32(entry);
    // Formats 1 and 2 pack ordinal 8, weak 1, name 23 bits; format 3 has 16 and a name of 32 at +4.
    const packed = format === 3 ? word & 0xffff : word & 0xff;
    const nameAt = format === 3 ? view.u32(entry + 4) : word >>> 9;
    const special = format === 3 ? 0xfff0 : 0xf0;
    return {
      symbol: nameOf(symbolsAt + nameAt),
      ordinal: packed > special ? packed - (special + 16) : packed,
    };
  });
}
