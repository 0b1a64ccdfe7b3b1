/**
 * Bounds-checked reading of binary formats.
 *
 * A `View` is a named window on some bytes. A parser takes one and hands smaller, named windows
 * to its helpers, so a truncated file explains itself ("Cannot read app › section header 3: …")
 * and no parser carries bounds checks of its own.
 *
 * @module
 */

import { FormatError } from './error.ts';

export type Endian = 'little' | 'big';

export class View {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly endian: Endian;
  readonly #data: DataView;

  constructor(name: string, bytes: Uint8Array, endian: Endian) {
    this.name = name;
    this.bytes = bytes;
    this.endian = endian;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.#data.getUint8(this.#need(at, 1));
  }

  u16(at: number): number {
    return this.#data.getUint16(this.#need(at, 2), this.endian === 'little');
  }

  u32(at: number): number {
    return this.#data.getUint32(this.#need(at, 4), this.endian === 'little');
  }

  u64(at: number): bigint {
    return this.#data.getBigUint64(this.#need(at, 8), this.endian === 'little');
  }

  /** A 64-bit size or offset. Past 2^53 it is damage, not data: no file is that long. */
  length64(at: number): number {
    const value = Number(this.u64(at));
    if (!Number.isSafeInteger(value)) throw this.error(`length ${value} is too large`, at);
    return value;
  }

  /** Text up to the first NUL, or to the end of `limit` bytes or of the view. */
  text(at: number, limit = this.size - at): string {
    this.#need(at, 0);
    const bytes = this.bytes.subarray(at, Math.min(at + limit, this.size));
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  slice(name: string, at: number, size: number): View {
    this.#need(at, size);
    return new View(`${this.name} › ${name}`, this.bytes.subarray(at, at + size), this.endian);
  }

  error(reason: string, at: number): FormatError {
    return new FormatError(`Cannot read ${this.name}: ${reason} at 0x${at.toString(16)}`, at);
  }

  #need(at: number, size: number): number {
    const inside = Number.isSafeInteger(at) && at >= 0 && size >= 0 && at + size <= this.size;
    if (!inside) throw this.error(`needs ${size} bytes, has ${this.size},`, at);
    return at;
  }
}
