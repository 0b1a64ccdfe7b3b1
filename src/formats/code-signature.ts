/**
 * Apple's code signature: what LC_CODE_SIGNATURE points at.
 *
 * A SuperBlob holds a CodeDirectory with one hash per page of the file, and for identities other
 * than ad hoc a CMS blob. All numbers are big-endian, whatever the program's byte order. This
 * file parses; whoever has the pages recomputes the hashes.
 *
 * Source: xnu osfmk/kern/cs_blobs.h.
 *
 * @module
 */

import { View } from '../bytes/view.ts';

interface CodeDirectory {
  readonly identifier: string;
  readonly flags: number;
  readonly isAdHoc: boolean;
  readonly isLinkerSigned: boolean;
  readonly pageSize: number;
  /** Bytes of the file that are covered, from its start. */
  readonly codeLimit: number;
  readonly hashType: 'sha256' | 'sha1' | 'other';
  /** One per page, lower-case hex. */
  readonly pageHashes: readonly string[];
}

export interface CodeSignature {
  readonly directories: readonly CodeDirectory[];
  /** Of the CMS blob; ad-hoc signatures have none or an empty one of 8 bytes. */
  readonly cmsSizeBytes: number;
}

const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
const CMS_SLOT = 0x10000;
const ADHOC = 0x2;
const LINKER_SIGNED = 0x20000;

export function codeSignature(name: string, bytes: Uint8Array): CodeSignature {
  const view = new View(`${name} › code signature`, bytes, 'big');
  if (view.u32(0) !== SUPER_BLOB) throw view.error('no signature magic', 0);
  const count = view.u32(8);
  if (count > 64) throw view.error(`${count} blobs are too many`, 8);
  const directories: CodeDirectory[] = [];
  let cmsSizeBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const slot = view.u32(12 + index * 8);
    const at = view.u32(16 + index * 8);
    const size = view.u32(at + 4);
    const blob = view.slice(`blob ${index}`, at, size);
    if (blob.u32(0) === CODE_DIRECTORY) directories.push(codeDirectory(blob));
    if (slot === CMS_SLOT) cmsSizeBytes = size;
  }
  return { directories, cmsSizeBytes };
}

function codeDirectory(blob: View): CodeDirectory {
  const flags = blob.u32(12);
  const hashesAt = blob.u32(16);
  const pages = blob.u32(28);
  const hashSize = blob.u8(36);
  const hashType = ({ 1: 'sha1', 2: 'sha256' } as const)[blob.u8(37)] ?? 'other';
  if (hashSize === 0) throw blob.error('page hashes have no bytes', 36);
  const codeLimit = blob.u32(32);
  const pageShift = blob.u8(39);
  const hashes = blob.slice('page hashes', hashesAt, pages * hashSize);
  return {
    identifier: blob.text(blob.u32(20)),
    flags,
    isAdHoc: (flags & ADHOC) !== 0,
    isLinkerSigned: (flags & LINKER_SIGNED) !== 0,
    // 0 means one page of any length.
    pageSize: pageShift === 0 ? codeLimit : 2 ** pageShift,
    codeLimit,
    hashType,
    pageHashes: Array.from({ length: pages }, (_, page) =>
      hex(hashes.bytes.subarray(page * hashSize, (page + 1) * hashSize)),
    ),
  };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
