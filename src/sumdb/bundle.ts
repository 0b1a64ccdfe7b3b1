/**
 * Proofs that were made before, kept so that they can be checked again without network and without
 * tiles: the signed tree head, the records, and the hashes beside them. A bundle is not trusted:
 * its root is computed and its signature checked every time.
 *
 * @module
 */

import * as z from 'zod';
import { sameBytes } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { hashesIn, type LoggedHashes } from '../formats/sumdb-answer.ts';
import { leafHash } from '../formats/tlog.ts';
import { rootOfRecords, subtreesBeside } from '../formats/tlog-bundle.ts';
import type { Database } from './database.ts';
import { sha256 } from './digest.ts';
import { signedHead, type SignedHead } from './signed-head.ts';
import type { Tree } from './tree.ts';

const HASH_BYTES = 32;

const bundleSchema = z.object({
  /** A signed note. */
  head: z.string(),
  /** Text of each record and its number in the log. */
  records: z.array(z.object({ path: z.string(), version: z.string(), id: z.number(), text: z.string() })),
  /** Those beside the records, 32 bytes each, in the order in which the root is computed; in base64. */
  hashes: z.string(),
});

export type Bundle = z.infer<typeof bundleSchema>;

export interface BundledRecord {
  readonly path: string;
  readonly version: string;
  readonly id: number;
  readonly text: string;
}

/** Brings what is needed beside the records and writes all of it down. */
export async function makeBundle(
  head: SignedHead,
  records: readonly BundledRecord[],
  tree: Tree,
): Promise<Bundle> {
  const beside = subtreesBeside(
    head.size,
    records.map(({ id }) => id),
  );
  await tree.bring(beside);
  return {
    head: head.note,
    records: records.map((record) => ({ ...record })),
    hashes: Buffer.concat(beside.map((subtree) => tree.hash(subtree))).toString('base64'),
  };
}

export interface OpenedBundle {
  readonly head: SignedHead;
  readonly records: readonly (BundledRecord & { readonly hashes: LoggedHashes })[];
}

/** Checks everything a bundle says; throws FormatError at the first thing that does not hold. */
export function openBundle(json: unknown, database: Database): OpenedBundle {
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) throw refused('it has the wrong shape');
  const { head: note, records, hashes } = parsed.data;
  const head = signedHead(new TextEncoder().encode(note), database, 'goassay');
  const leaves = new Map(
    records.map(({ id, text }) => [id, leafHash(sha256, new TextEncoder().encode(text))]),
  );
  for (const { id } of records)
    if (!Number.isSafeInteger(id) || id < 0 || id >= head.size)
      throw refused(`record ${id} is beyond the tree`);
  // Any other bytes make another root, so how they are spelled does not matter.
  const given = Buffer.from(hashes, 'base64');
  let at = 0;
  const root = rootOfRecords(
    sha256,
    head.size,
    [...leaves.keys()],
    (id) => leaves.get(id) ?? sha256(),
    () => given.subarray(at, (at += HASH_BYTES)),
  );
  if (!sameBytes(root, head.root)) throw refused(`its records are not in the tree of ${head.size}`);
  return {
    head,
    records: records.map((record) => {
      const bytes = new TextEncoder().encode(record.text);
      if (!sameBytes(leafHash(sha256, bytes), leaves.get(record.id) ?? sha256()))
        throw refused(`record ${record.id} is there twice`);
      return { ...record, hashes: hashesIn(bytes, record.path, record.version) };
    }),
  };
}

function refused(what: string): FormatError {
  return new FormatError(`Cannot use saved proofs: ${what} at 0`, 0);
}
