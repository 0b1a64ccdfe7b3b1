/**
 * Notes of an ELF file: build ids, and the properties that all linked objects share.
 *
 * Sources: System V gABI, chapter 5 (note section); the Linux gABI extensions
 * (NT_GNU_PROPERTY_TYPE_0); the ELF ABI for the Arm 64-bit architecture.
 *
 * @module
 */

import { View, type Endian } from '../bytes/view.ts';
import type { Range } from './elf.ts';

export interface ElfNote extends Range {
  readonly owner: string;
  readonly type: number;
  readonly description: Uint8Array;
}

/** Real files have a handful. */
const MOST_NOTES = 256;

/** `bytes` lie at `offset`; what follows a damaged note is not read. Notes of 8-byte segments are padded to 8. */
export function elfNotes(bytes: Uint8Array, endian: Endian, offset: number, align: number): ElfNote[] {
  const view = new View('notes', bytes, endian);
  const padding = align === 8 ? 8 : 4;
  const padded = (size: number): number => Math.ceil(size / padding) * padding;
  const notes: ElfNote[] = [];
  let at = 0;
  while (at + 12 <= view.size && notes.length < MOST_NOTES) {
    const [nameSize, size, type] = [view.u32(at), view.u32(at + 4), view.u32(at + 8)];
    // Names are padded to 4 bytes even where descriptions are padded to 8; 12 + 4 is a multiple of both.
    const start = padded(at + 12 + nameSize);
    if (start + size > view.size) break;
    notes.push({
      owner: view.text(at + 12, nameSize),
      type,
      offset: offset + start,
      sizeBytes: size,
      description: bytes.subarray(start, start + size),
    });
    at = padded(start + size);
  }
  return notes;
}

const NT_GNU_PROPERTY_TYPE_0 = 5;
const AARCH64_FEATURE_1_AND = 0xc0000000;

/** What GNU_PROPERTY_AARCH64_FEATURE_1_AND promises; undefined without it. */
export function arm64Property(
  notes: readonly ElfNote[],
  endian: Endian,
  is64: boolean,
): { bti: boolean; pac: boolean; gcs: boolean } | undefined {
  const note = notes.find(({ owner, type }) => owner === 'GNU' && type === NT_GNU_PROPERTY_TYPE_0);
  if (!note) return undefined;
  const view = new View('GNU property', note.description, endian);
  const align = is64 ? 8 : 4;
  for (let at = 0; at + 12 <= view.size;) {
    const size = view.u32(at + 4);
    if (view.u32(at) === AARCH64_FEATURE_1_AND && size === 4) {
      const bits = view.u32(at + 8);
      return { bti: (bits & 1) !== 0, pac: (bits & 2) !== 0, gcs: (bits & 4) !== 0 };
    }
    at += 8 + Math.ceil(size / align) * align;
  }
  return undefined;
}
