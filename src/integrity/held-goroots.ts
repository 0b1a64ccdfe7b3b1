/**
 * Several Go trees held against the log, those that were in order before and whose files have not
 * changed since without reading them again. What the index saves is the reading; the logged hash is
 * proven every time.
 *
 * @module
 */

import * as z from 'zod';
import { gorootIntegritySchema, type GorootIntegrity } from '../evidence/toolchain/goroot-integrity.ts';
import { HostError } from '../host/host.ts';
import { prove, type Question } from '../sumdb/prove.ts';
import { holdGoroot, loggedOf } from './goroot.ts';
import { readSaved, writeSaved } from './saved.ts';
import { findTree, isUnchanged } from './stamp.ts';

const INDEX = 'verified/goroots.json';

const indexSchema = z.record(
  z.string(),
  z.object({ listing: z.string(), signature: z.string(), held: gorootIntegritySchema }),
);

export interface HeldGoroots {
  readonly goroots: readonly GorootIntegrity[];
  /** How many were not read again. */
  readonly unchanged: number;
}

/** Throws HostError for a directory that is not there. */
export async function holdGoroots(
  question: Question,
  directories: readonly string[],
  reread: boolean,
): Promise<HeldGoroots> {
  const { host } = question;
  const index = (await readSaved(host, INDEX, { schema: indexSchema, limitBytes: 2 ** 22 })) ?? {};
  const goroots: GorootIntegrity[] = [];
  let unchanged = 0;
  for (const named of directories) {
    const directory = await host.realPath(named);
    if (directory === undefined) throw new HostError('failed', `Cannot judge ${named}: there is nothing`);
    const before = reread ? undefined : index[directory];
    const again =
      before && isUnchanged(directory, `${directory}/VERSION`, before)
        ? await provenAgain(question, before.held)
        : undefined;
    if (again) {
      unchanged += 1;
      goroots.push(again);
      continue;
    }
    const { stamp } = findTree(directory, `${directory}/VERSION`);
    const held = await holdGoroot(question, directory);
    goroots.push(held);
    if (isIntact(held) && stamp.signature !== '') index[directory] = { ...stamp, held };
    else delete index[directory];
  }
  if (unchanged < directories.length) await writeSaved(host, INDEX, index);
  return { goroots, unchanged };
}

/**
 * An edited go.env is no reason to read twelve thousand files again: its change is in the signature.
 * Undefined if the log does not say, or no longer says, what it said of that release.
 */
async function provenAgain(question: Question, held: GorootIntegrity): Promise<GorootIntegrity | undefined> {
  const at = held.module?.lastIndexOf('@') ?? -1;
  if (held.module === undefined || at < 0) return undefined;
  const wanted = { path: held.module.slice(0, at), version: held.module.slice(at + 1) };
  const proofs = await prove(question, [wanted]);
  const logged = loggedOf(proofs.results.get(held.module), proofs.heads[0]?.size ?? 0);
  return logged.state === 'proven' && [held.hash, held.hashWithShippedGoEnv].includes(logged.hash)
    ? { ...held, logged }
    : undefined;
}

/** What lies behind links is not in the stamp of a tree. */
function isIntact({ logged, hash, hashWithShippedGoEnv, odd, links }: GorootIntegrity): boolean {
  const isLogged = logged.state === 'proven' && [hash, hashWithShippedGoEnv].includes(logged.hash);
  return isLogged && odd.length === 0 && links === undefined;
}
