/**
 * Families of instructions that a census tells apart: an instruction's class, but finer where the
 * difference says what a program needs of its machine. A word is of exactly one family.
 *
 * @module
 */

import { classOf, featureOf } from './lookup.ts';

export const FAMILIES = [
  'branch',
  'load-store',
  'integer',
  'system',
  'fp',
  'simd',
  'exclusive-load',
  'exclusive-store',
  'ordered',
  'cas',
  'swp',
  'ldadd',
  'ldclr',
  'ldeor',
  'ldset',
  'ldmin-ldmax',
  'lse128',
  'other-atomic',
  'aes',
  'pmull',
  'sha1',
  'sha2',
  'sha3',
  'sm',
  'crc',
  'pauth',
  'bti',
  'mte',
  'sve',
  'sme',
  'undefined',
  'udf',
  'zero',
] as const;

export type Family = (typeof FAMILIES)[number];

/** Families that a feature names. SHA-512 came with SHA-3, and SM3 with SM4. */
const BY_FEATURE: readonly (readonly [feature: RegExp, family: Family])[] = [
  [/^sha1$/, 'sha1'],
  [/^sha2$/, 'sha2'],
  [/^sha(3|512)$/, 'sha3'],
  [/^sm[34]$/, 'sm'],
  [/^crc/, 'crc'],
  [/^(pac|pauth)/, 'pauth'],
  [/^bti/, 'bti'],
  [/^(mte|memtag)/, 'mte'],
  [/^lse128/, 'lse128'],
];

/** Of bits 14:12 of an atomic memory operation; the last four are minima and maxima. */
const OPERATIONS: readonly Family[] = ['ldadd', 'ldclr', 'ldeor', 'ldset'];

/** The family of a word: 0 is padding, other words below 2^16 are permanently undefined (udf). */
export function familyOf(word: number): Family {
  if (word === 0) return 'zero';
  if (word >>> 16 === 0) return 'udf';
  const kind = classOf(word);
  if (kind === undefined) return 'undefined';
  if (kind === 'sve' || kind === 'sme') return kind;
  const feature = featureOf(word) ?? '';
  if (feature === 'aes') return kind === 'crypto' ? 'aes' : 'pmull';
  for (const [pattern, family] of BY_FEATURE) if (pattern.test(feature)) return family;
  if (kind === 'atomic') return atomicFamily(word);
  return kind === 'crypto' || kind === 'crc' ? 'simd' : kind;
}

/** By the encodings of Arm ARM C4.1.94: exclusive and ordered accesses, compare and swap, memory operations. */
function atomicFamily(word: number): Family {
  if ((word & 0x3f000000) === 0x08000000) {
    const isPairOrSwap = (word & 0x00200000) !== 0;
    if ((word & 0x00800000) !== 0) return isPairOrSwap ? 'cas' : 'ordered';
    if (isPairOrSwap && word >>> 31 === 0) return 'cas';
    return (word & 0x00400000) === 0 ? 'exclusive-store' : 'exclusive-load';
  }
  if ((word & 0x3f200c00) !== 0x38200000) return 'other-atomic';
  if ((word & 0x0000f000) === 0x0000c000) return 'ordered';
  if ((word & 0x00008000) === 0) return OPERATIONS[(word >>> 12) & 7] ?? 'ldmin-ldmax';
  return (word & 0x00007000) === 0 ? 'swp' : 'other-atomic';
}
