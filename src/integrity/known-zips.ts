/**
 * What a zip's contents hash to, by module, as long as its own bytes are the same: inflating is two
 * thirds of what verifying costs, and an unpacked cache that was copied has new times in every file.
 *
 * Like the index of what was read it saves work and vouches for nothing: `--reread` passes it by.
 *
 * @module
 */

import * as z from 'zod';
import type { Host } from '../host/host.ts';
import type { ModuleReading } from './read-module.ts';
import { readSaved, writeSaved } from './saved.ts';

const FILE = 'verified/zips.json';

/** SHA-256 of the archive, and the "h1:…" of what is in it. */
const knownZipSchema = z.object({ digest: z.string(), hash: z.string() });
const knownZipsSchema = z.record(z.string(), knownZipSchema);

export type KnownZip = z.infer<typeof knownZipSchema>;
export type KnownZips = z.infer<typeof knownZipsSchema>;

export async function readKnownZips(host: Host): Promise<KnownZips> {
  return (await readSaved(host, FILE, { schema: knownZipsSchema, limitBytes: 2 ** 26 })) ?? {};
}

/** Sound zips only; written when there is a new one. */
export async function keepKnownZips(
  host: Host,
  before: KnownZips,
  readings: ReadonlyMap<string, ModuleReading>,
): Promise<void> {
  const zips: KnownZips = { ...before };
  let isNew = false;
  for (const [module, { zipDigest, zipHash }] of readings) {
    if (zipDigest === undefined || zipHash === undefined || zips[module]?.digest === zipDigest) continue;
    zips[module] = { digest: zipDigest, hash: zipHash };
    isNew = true;
  }
  if (isNew) await writeSaved(host, FILE, zips);
}
