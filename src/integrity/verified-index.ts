/**
 * What was read before and need not be read again, as long as size, inode, mode and both times of
 * every file are what they were. It saves work and vouches for nothing else: whoever can change a
 * file and set its change time back can deceive it, and `--reread` passes it by.
 *
 * @module
 */

import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Host } from '../host/host.ts';
import type { ModuleReading } from './read-module.ts';
import { readSaved, writeSaved } from './saved.ts';

const indexSchema = z.object({
  version: z.literal(2),
  modules: z.record(
    z.string(),
    z.object({
      listing: z.string(),
      signature: z.string(),
      directoryHash: z.string().optional(),
      zipHash: z.string().optional(),
      files: z.number(),
      bytes: z.number(),
    }),
  ),
});

type Index = z.infer<typeof indexSchema>['modules'];

export async function readIndex(host: Host, cache: string): Promise<Index> {
  return (await readSaved(host, nameOf(cache), { schema: indexSchema, limitBytes: 2 ** 26 }))?.modules ?? {};
}

/** Only what was in order is written down; the rest is read again next time. */
export async function writeIndex(
  host: Host,
  cache: string,
  before: Index,
  readings: ReadonlyMap<string, ModuleReading>,
): Promise<void> {
  const modules: Record<string, Index[string]> = { ...before };
  for (const [module, { stamp, directoryHash, zipHash, files, bytes, differences, zipFaults }] of readings) {
    if (differences.length > 0 || zipFaults.length > 0 || stamp.signature === '') delete modules[module];
    else
      modules[module] = {
        ...stamp,
        files,
        bytes,
        ...(directoryHash !== undefined && { directoryHash }),
        ...(zipHash !== undefined && { zipHash }),
      };
  }
  await writeSaved(host, nameOf(cache), { version: 2, modules });
}

export function readingFrom({
  listing,
  signature,
  directoryHash,
  zipHash,
  files,
  bytes,
}: Index[string]): ModuleReading {
  return {
    stamp: { listing, signature },
    files,
    bytes,
    differences: [],
    zipFaults: [],
    ...(directoryHash !== undefined && { directoryHash }),
    ...(zipHash !== undefined && { zipHash }),
  };
}

function nameOf(cache: string): string {
  return `verified/${hash('sha256', cache).slice(0, 16)}.json`;
}
