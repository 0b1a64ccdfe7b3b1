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

export interface CodeDirectory {
  readonly identifier: string;
  readonly teamId: string | undefined;
  readonly version: number;
  readonly flags: number;
  readonly isAdHoc: boolean;
  readonly isLinkerSigned: boolean;
  readonly pageSize: number;
  /** Bytes of the file that are covered, from its start. */
  readonly codeLimit: number;
  readonly hashType: 'sha256' | 'sha1' | 'other';
  readonly hashSize: number;
  readonly pages: number;
  /** Of the pages, one behind the other. */
  readonly pageHashes: Uint8Array;
  /** Of other blobs, by slot number from 1. */
  readonly slotHashes: ReadonlyMap<number, Uint8Array>;
  /** The whole blob, which the CMS signs. */
  readonly bytes: Uint8Array;
}

export interface CodeSignature {
  /** In the order of the blob: the one for old systems first. */
  readonly directories: readonly CodeDirectory[];
  /** Other blobs by slot: 2 requirements, 5 entitlements, 7 entitlements in DER. */
  readonly blobs: ReadonlyMap<number, Uint8Array>;
  /** Of the CMS blob; ad-hoc signatures have none or an empty one of 8 bytes. */
  readonly cmsSizeBytes: number;
  /** Without the header of the blob. */
  readonly cms: Uint8Array | undefined;
}

const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
const CMS_SLOT = 0x10000;
const ADHOC = 0x2;
const LINKER_SIGNED = 0x20000;

/** The kernel takes 4 KiB and 16 KiB; smaller pages than these would only cost time. */
const SMALLEST_PAGE_SHIFT = 10;

export function codeSignature(name: string, bytes: Uint8Array): CodeSignature {
  const view = new View(`${name} › code signature`, bytes, 'big');
  if (view.u32(0) !== SUPER_BLOB) throw view.error('no signature magic', 0);
  const count = view.u32(8);
  if (count > 64) throw view.error(`${count} blobs are too many`, 8);
  const directories: CodeDirectory[] = [];
  const blobs = new Map<number, Uint8Array>();
  let cms: Uint8Array | undefined;
  for (let index = 0; index < count; index += 1) {
    const slot = view.u32(12 + index * 8);
    const at = view.u32(16 + index * 8);
    const blob = view.slice(`blob ${index}`, at, view.u32(at + 4));
    if (blob.u32(0) === CODE_DIRECTORY) directories.push(codeDirectory(blob));
    else if (slot === CMS_SLOT) cms = blob.bytes;
    else blobs.set(slot, blob.bytes);
  }
  return { directories, blobs, cmsSizeBytes: cms?.length ?? 0, cms: cms?.subarray(8) };
}

function codeDirectory(blob: View): CodeDirectory {
  const version = blob.u32(8);
  const flags = blob.u32(12);
  const hashesAt = blob.u32(16);
  const slots = blob.u32(24);
  const pages = blob.u32(28);
  const hashSize = blob.u8(36);
  const hashType = ({ 1: 'sha1', 2: 'sha256' } as const)[blob.u8(37)] ?? 'other';
  if (hashSize === 0) throw blob.error('page hashes have no bytes', 36);
  const wide = version >= 0x20300 ? blob.length64(56) : 0;
  const codeLimit = wide === 0 ? blob.u32(32) : wide;
  const pageShift = blob.u8(39);
  if (pageShift !== 0 && (pageShift < SMALLEST_PAGE_SHIFT || pageShift > 24))
    throw blob.error(`pages of 2^${pageShift} bytes are no pages`, 39);
  const teamAt = version >= 0x20200 ? blob.u32(48) : 0;
  return {
    identifier: blob.text(blob.u32(20)),
    teamId: teamAt === 0 ? undefined : blob.text(teamAt),
    version,
    flags,
    isAdHoc: (flags & ADHOC) !== 0,
    isLinkerSigned: (flags & LINKER_SIGNED) !== 0,
    // 0 means one page of any length.
    pageSize: pageShift === 0 ? codeLimit : 2 ** pageShift,
    codeLimit,
    hashType,
    hashSize,
    pages,
    pageHashes: blob.slice('page hashes', hashesAt, pages * hashSize).bytes,
    slotHashes: slotHashes(blob, slots, hashesAt, hashSize),
    bytes: blob.bytes,
  };
}

/** Slot k lies k hashes before those of the pages; one of zeros says that there is no such blob. */
function slotHashes(blob: View, slots: number, hashesAt: number, hashSize: number): Map<number, Uint8Array> {
  if (slots > 64) throw blob.error(`${slots} special slots are too many`, 24);
  const hashes = new Map<number, Uint8Array>();
  for (let slot = 1; slot <= slots; slot += 1) {
    const { bytes } = blob.slice(`slot ${slot}`, hashesAt - slot * hashSize, hashSize);
    if (bytes.some((byte) => byte !== 0)) hashes.set(slot, bytes);
  }
  return hashes;
}
