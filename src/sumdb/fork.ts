/**
 * Whether signed tree heads can all be true. If not, the log showed different histories to
 * different people, and the two notes with its own signature are the proof.
 *
 * @module
 */

import { encodeBase64 } from '../bytes/base64.ts';
import { sameBytes } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { HostError } from '../host/host.ts';
import type { Text } from '../model/text.ts';
import { forged, unknown, type Result } from './result.ts';
import type { SignedHead } from './signed-head.ts';
import type { Tree } from './tree.ts';

export interface Fork {
  readonly older: SignedHead;
  readonly newer: SignedHead;
  /** What the newer tree makes of the older one's records, in base64. */
  readonly computedRoot: string;
  readonly words: Text;
}

/** Two signed roots for one size need no tile to convict the log. */
export function evidentFork(heads: readonly SignedHead[]): Fork | undefined {
  for (const newer of heads) {
    const older = heads.find(({ size, root }) => size === newer.size && !sameBytes(root, newer.root));
    const computedRoot = encodeBase64(newer.root);
    if (older) return { older, newer, computedRoot, words: wordsOf(older, newer, computedRoot) };
  }
  return undefined;
}

/** Holds every head against the tree of the newest that could be opened. */
export async function forkBetween(
  tree: Tree,
  newer: SignedHead,
  heads: readonly SignedHead[],
): Promise<{ fork: Fork | undefined; unchecked: Result[] }> {
  const unchecked: Result[] = [];
  for (const older of heads) {
    if (older === newer || older.size === 0) continue;
    if (older.size > newer.size) {
      unchecked.push(unknown(`no tiles of the tree of ${older.size}`, `没有规模为 ${older.size} 的树的分片`));
      continue;
    }
    try {
      const root = older.size === newer.size ? newer.root : await tree.rootAt(older.size);
      if (sameBytes(root, older.root)) continue;
      const computedRoot = encodeBase64(root);
      return { fork: { older, newer, computedRoot, words: wordsOf(older, newer, computedRoot) }, unchecked };
    } catch (error) {
      if (error instanceof FormatError) unchecked.push(forged(error.message, `分片不成立：${error.message}`));
      else if (error instanceof HostError && error.refusal !== 'interrupted')
        unchecked.push(unknown(error.message, `无法查证：${error.message}`));
      else throw error;
    }
  }
  return { fork: undefined, unchecked };
}

function wordsOf(older: SignedHead, newer: SignedHead, computed: string): Text {
  const signed = encodeBase64(older.root);
  return {
    en: `the log has signed two histories: its first ${older.size} records have the root ${signed} in one and ${computed} in its tree of ${newer.size}`,
    zh: `日志签署了两份不同的历史：前 ${older.size} 条记录的根在一份中为 ${signed}，而在规模为 ${newer.size} 的树中为 ${computed}`,
  };
}

/** Both signed notes and the computation between them, to be sent to whoever should know. */
export function forkProof({ older, newer, computedRoot }: Fork): string {
  return [
    `Tree of ${older.size}, signed (${older.origin}):`,
    older.note,
    `Tree of ${newer.size}, signed (${newer.origin}):`,
    newer.note,
    `Root of the first ${older.size} records by the tiles of the tree of ${newer.size}: ${computedRoot}`,
    '',
  ].join('\n');
}
