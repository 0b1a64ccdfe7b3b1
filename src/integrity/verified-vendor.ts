/**
 * A vendor/ that was in order, and need not be read again as long as nothing about any of its files
 * changed and the same is asked of it: the same modules.txt, the same Go, the same hashes vouched for.
 *
 * Whether the module cache still has the originals does not matter: what was compared with them is
 * what it was. Like every index of ours it saves work and vouches for nothing.
 *
 * @module
 */

import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Host } from '../host/host.ts';
import { readSaved, writeSaved } from './saved.ts';
import { findTree, isUnchanged, type Stamp } from './stamp.ts';

const savedSchema = z.object({
  question: z.string(),
  listing: z.string(),
  signature: z.string(),
  files: z.number(),
});

/** How many files were compared, if all of it is as it was and was in order. */
export async function unchangedVendor(
  host: Host,
  root: string,
  question: string,
): Promise<number | undefined> {
  const saved = await readSaved(host, nameOf(root), { schema: savedSchema, limitBytes: 2 ** 24 });
  const isSame = saved?.question === digestOf(question) && isUnchanged(root, modulesTxt(root), saved);
  return isSame ? saved.files : undefined;
}

/** To be taken before anything is read. */
export function stampOfVendor(root: string): Stamp {
  return findTree(root, modulesTxt(root)).stamp;
}

export async function keepVendor(
  host: Host,
  root: string,
  question: string,
  stamp: Stamp,
  files: number,
): Promise<void> {
  if (stamp.signature === '') return;
  await writeSaved(host, nameOf(root), { question: digestOf(question), ...stamp, files });
}

function modulesTxt(root: string): string {
  return `${root}/modules.txt`;
}

function digestOf(text: string): string {
  return hash('sha256', text);
}

function nameOf(root: string): string {
  return `verified/vendor-${hash('sha256', root).slice(0, 16)}.json`;
}
