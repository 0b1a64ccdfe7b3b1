/**
 * Proofs made before for the same list of modules: one file per list, so that proving a go.sum
 * again is one read. When there is a tree head that was not yet held against the others, the caller
 * proves everything anew instead.
 *
 * @module
 */

import { hash } from 'node:crypto';
import { FormatError } from '../bytes/error.ts';
import { makeBundle, openBundle, type BundledRecord } from './bundle.ts';
import type { Database } from './database.ts';
import { keyOf, type Proven, type Result, type Wanted } from './result.ts';
import type { SignedHead } from './signed-head.ts';
import type { Sources } from './sources.ts';
import type { Tree } from './tree.ts';

/** A bundle of a few thousand records is a few megabytes. */
const LIMIT_BYTES = 2 ** 27;

export async function readSaved(
  sources: Sources,
  database: Database,
  wanted: readonly Wanted[],
): Promise<{ results: Map<string, Proven>; head: SignedHead } | undefined> {
  const bytes = await sources.read('store', nameOf(wanted), LIMIT_BYTES);
  if (!bytes) return undefined;
  try {
    const { head, records } = openBundle(JSON.parse(new TextDecoder().decode(bytes)), database);
    const results = new Map<string, Proven>(
      records.map(({ hashes, id, text, ...one }) => [
        keyOf(one),
        { state: 'proven', hashes, id, record: text, place: 'store' },
      ]),
    );
    return wanted.every((one) => results.has(keyOf(one))) ? { results, head } : undefined;
  } catch (error) {
    if (error instanceof FormatError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Kept only when every record is proven: a list that is half known is asked about again. */
export async function saveProofs(
  sources: Sources,
  wanted: readonly Wanted[],
  results: ReadonlyMap<string, Result>,
  head: SignedHead,
  tree: Tree,
): Promise<void> {
  const records: BundledRecord[] = [];
  for (const one of wanted) {
    const result = results.get(keyOf(one));
    if (result?.state !== 'proven') return;
    records.push({ path: one.path, version: one.version, id: result.id, text: result.record });
  }
  if (records.length === 0) return;
  const bundle = await makeBundle(head, records, tree);
  await sources.keep(nameOf(wanted), new TextEncoder().encode(JSON.stringify(bundle)));
}

function nameOf(wanted: readonly Wanted[]): string {
  const list = wanted.map(keyOf).toSorted().join('\n');
  return `proofs/${hash('sha256', list).slice(0, 32)}.json`;
}
