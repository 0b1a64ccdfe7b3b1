/**
 * A transparent log in memory, built the slow and plain way: every subtree's hash in a table. It
 * signs what it is told to, so that tests can let it be honest or lie.
 *
 * @module
 */

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { encodeBase64 } from '../src/bytes/base64.ts';
import { hexOf, joined } from '../src/bytes/digest.ts';
import { formatNote, parseVerifierKey, type VerifierKey } from '../src/formats/note.ts';
import { leafHash, nodeHash, rootHash, type Subtree, type TreeHead } from '../src/formats/tlog.ts';
import type { Tile } from '../src/formats/tlog-tiles.ts';

export function sha256(...pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });
  return verify(undefined, message, publicKey, signature);
}

export interface Signer {
  /** "name+hash+key", as GOSUMDB takes it. */
  readonly verifier: string;
  readonly key: VerifierKey;
  /** A line for the end of a note. */
  line(text: string): string;
}

/** The same key for the same name and seed, every time. */
export function signer(name: string, seed = 1): Signer {
  const secret = Buffer.alloc(32, seed);
  const privateKey: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const key = joined([Uint8Array.of(1), raw]);
  const hash = sha256(new TextEncoder().encode(`${name}\n`), key).subarray(0, 4);
  const verifier = `${name}+${hexOf(hash)}+${encodeBase64(key)}`;
  return {
    verifier,
    key: parseVerifierKey(verifier, sha256),
    line: (text) =>
      `— ${name} ${encodeBase64(joined([hash, sign(undefined, Buffer.from(text), privateKey)]))}`,
  };
}

export function headText({ size, root }: TreeHead): string {
  return `go.sum database tree\n${size}\n${encodeBase64(root)}\n`;
}

export function signedHead(by: Signer, head: TreeHead): Uint8Array {
  const text = headText(head);
  return formatNote(text, [by.line(text)]);
}

export interface SampleLog {
  /** The same log cut at `size` and with another record at `id`; only the way up from it is computed. */
  withRecord(size: number, id: number, record: Uint8Array): SampleLog;
  readonly records: readonly Uint8Array[];
  readonly hash: (subtree: Subtree) => Uint8Array;
  head(size?: number): TreeHead;
  tile(tile: Tile): Uint8Array;
}

export function sampleLog(records: readonly Uint8Array[]): SampleLog {
  const levels: Uint8Array[][] = [records.map((record) => leafHash(sha256, record))];
  for (let below = levels[0] ?? []; below.length > 1;) {
    const level: Uint8Array[] = [];
    for (let at = 0; at + 1 < below.length; at += 2)
      level.push(nodeHash(sha256, below[at] ?? below[0] ?? sha256(), below[at + 1] ?? sha256()));
    levels.push(level);
    below = level;
  }
  return logOf(records, ({ level, index }: Subtree): Uint8Array => {
    const found = levels[level]?.[index];
    if (!found) throw new RangeError(`no subtree ${level}/${index}`);
    return found;
  });
}

function logOf(records: readonly Uint8Array[], hash: (subtree: Subtree) => Uint8Array): SampleLog {
  return {
    records,
    hash,
    head: (size = records.length) => ({ size, root: rootHash(sha256, size, hash) }),
    withRecord(size, id, record) {
      const way = new Map<string, Uint8Array>();
      let own = leafHash(sha256, record);
      for (let level = 0, index = id; (index + 1) * 2 ** level <= size; level += 1) {
        way.set(`${level}/${index}`, own);
        const isLeft = index % 2 === 0;
        const beside = { level, index: isLeft ? index + 1 : index - 1 };
        index = Math.floor(index / 2);
        if ((index + 1) * 2 ** (level + 1) > size) break;
        own = isLeft ? nodeHash(sha256, own, hash(beside)) : nodeHash(sha256, hash(beside), own);
      }
      return logOf(
        records.slice(0, size).with(id, record),
        (subtree) => way.get(`${subtree.level}/${subtree.index}`) ?? hash(subtree),
      );
    },
    tile: ({ level, index, width }) =>
      joined(Array.from({ length: width }, (_, at) => hash({ level: level * 8, index: index * 256 + at }))),
  };
}
