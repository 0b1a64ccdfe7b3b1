/**
 * Tree heads that the database's own key has signed, and the ones this machine has seen before:
 * ours, and the one the go command keeps, which is read and never written.
 *
 * @module
 */

import * as z from 'zod';
import { openNote, parseNote } from '../formats/note.ts';
import { parseTreeHead } from '../formats/sumdb-answer.ts';
import type { TreeHead } from '../formats/tlog.ts';
import { FormatError } from '../bytes/error.ts';
import { HostError, type Host } from '../host/host.ts';
import type { Database } from './database.ts';
import { verifyEd25519 } from './digest.ts';
import type { GoSettings, Sources } from './sources.ts';

export interface SignedHead extends TreeHead {
  /** The whole signed note: with another of the same key, it can convict the log. */
  readonly note: string;
  /** Who had it: "answer", "goassay" or "go". */
  readonly origin: 'answer' | 'goassay' | 'go';
}

/** Throws FormatError if the note is not one of the database's. */
export function signedHead(bytes: Uint8Array, { key }: Database, origin: SignedHead['origin']): SignedHead {
  const head = parseTreeHead(openNote(parseNote(bytes), key, verifyEd25519));
  return { ...head, note: new TextDecoder().decode(bytes), origin };
}

const timelineSchema = z.array(z.object({ note: z.string(), seenAt: z.string() }));

export type Timeline = z.infer<typeof timelineSchema>;

const TIMELINE = 'timeline.json';
const LONGEST = 1000;

/** Every head this machine accepted, oldest first. What was damaged is forgotten, not believed. */
export async function readTimeline(sources: Sources): Promise<Timeline> {
  const bytes = await sources.read('store', TIMELINE);
  try {
    const parsed = timelineSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Adds heads that were held against each other. */
export async function keepHeads(
  sources: Sources,
  timeline: Timeline,
  heads: readonly SignedHead[],
  now: number,
): Promise<void> {
  const seenAt = new Date(now).toISOString();
  const fresh = heads.filter(({ note }) => !timeline.some((one) => one.note === note));
  if (fresh.length === 0) return;
  const longer = [...timeline, ...fresh.map(({ note }) => ({ note, seenAt }))];
  await sources.keep(TIMELINE, new TextEncoder().encode(JSON.stringify(longer.slice(-LONGEST))));
}

/** The newest head of ours and the one of the go command, with what could not be used. */
export async function knownHeads(
  host: Host,
  database: Database,
  settings: GoSettings,
  timeline: Timeline,
): Promise<{ heads: SignedHead[]; damaged: string[] }> {
  const damaged: string[] = [];
  const heads: SignedHead[] = [];
  const admit = (bytes: Uint8Array, origin: SignedHead['origin'], place: string): void => {
    try {
      heads.push(signedHead(bytes, database, origin));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      damaged.push(`${place}: ${error.message}`);
    }
  };
  for (const { note } of timeline) admit(new TextEncoder().encode(note), 'goassay', TIMELINE);
  const newest = heads.toSorted((one, other) => other.size - one.size).slice(0, 1);
  heads.length = 0;
  heads.push(...newest);
  const [first = ''] = settings.GOPATH.split(':');
  const place = `${first}/pkg/sumdb/${database.name}/latest`;
  const latest = await host.readFile(place).catch((error: unknown) => {
    if (error instanceof HostError && error.refusal !== 'interrupted') return undefined;
    throw error;
  });
  // An empty file is how the go command begins.
  if (latest && latest.length > 0) admit(latest, 'go', place);
  return { heads, damaged };
}
