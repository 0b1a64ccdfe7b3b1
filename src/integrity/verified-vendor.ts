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
import { HostError, type Host } from '../host/host.ts';
import { findTree, isUnchanged, type Stamp } from './stamp.ts';

const LIMIT_BYTES = 2 ** 24;

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
  try {
    const bytes = await host.readFile(`${host.storeDirectory}/${nameOf(root)}`, LIMIT_BYTES);
    const { data: saved } = savedSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    const isSame = saved?.question === digestOf(question) && isUnchanged(root, modulesTxt(root), saved);
    return isSame ? saved.files : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof HostError && error.refusal !== 'interrupted'))
      return undefined;
    throw error;
  }
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
  const saved = { question: digestOf(question), ...stamp, files };
  try {
    await host.writeStore(nameOf(root), new TextEncoder().encode(JSON.stringify(saved)));
  } catch (error) {
    if (!(error instanceof HostError) || error.refusal === 'interrupted') throw error;
  }
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
