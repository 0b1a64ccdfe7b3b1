/**
 * The binaries below a path: the file itself, those in a directory, and those in tar archives
 * and the layers of container images within them. What is no binary is passed over and counted;
 * a file that the user names is always handed on, so that it gets an answer.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import { containerOf } from '../../formats/container.ts';
import { HostError, type Host } from '../../host/host.ts';
import { members, PACKING_HEAD, packingOf, type Packing } from './archive.ts';

type Found =
  | {
      readonly found: 'binary';
      /** What people call it: "image.tar › layer.tar › usr/bin/app". */
      readonly name: string;
      /** Where its bytes are until the visit is over. */
      readonly path: string;
    }
  | { readonly found: 'trouble'; readonly name: string; readonly message: string }
  | { readonly found: 'other' };

/** An image holds layers, and a layer may hold an archive; deeper nesting is not looked into. */
const DEEPEST = 3;

/** Directories nested deeper than this are a loop or an attack. */
const DEEPEST_DIRECTORY = 64;

type Visit = (found: Found) => Promise<void>;

export async function walk(host: Host, path: string, visit: Visit): Promise<void> {
  const status = await host.status((await host.realPath(path)) ?? path);
  if (status?.type === 'directory') await directory(host, path, 0, visit);
  else await file(host, { name: path, path, depth: 0, isNamed: true }, visit);
}

async function directory(host: Host, path: string, depth: number, visit: Visit): Promise<void> {
  await attempted(path, visit, async () => {
    if (depth > DEEPEST_DIRECTORY)
      throw new HostError('failed', `Cannot walk ${path}: directories are nested too deeply`);
    for (const name of (await host.list(path)) ?? []) {
      const inside = `${path.replace(/\/$/, '')}/${name}`;
      const status = await host.status(inside);
      // Links are not followed: what they lead to is met where it lies, or lies elsewhere.
      if (status?.type === 'directory') await directory(host, inside, depth + 1, visit);
      else if (status?.type === 'file')
        await file(host, { name: inside, path: inside, depth: 0, isNamed: false }, visit);
    }
  });
}

interface Place {
  readonly name: string;
  readonly path: string;
  /** In how many archives it lies. */
  readonly depth: number;
  readonly isNamed: boolean;
}

async function file(host: Host, place: Place, visit: Visit): Promise<void> {
  const { name, path, depth, isNamed } = place;
  await attempted(name, visit, async () => {
    const head = await host.withFile(path, (open) => open.read(0, PACKING_HEAD));
    if (head === undefined) throw new HostError('failed', `Cannot read ${name}: there is no such file`);
    const packing = packingOf(head);
    if (packing !== undefined && depth < DEEPEST) await archive(host, place, packing, visit);
    else await visit(isNamed || isBinary(head) ? { found: 'binary', name, path } : { found: 'other' });
  });
}

async function archive(
  host: Host,
  { name, path, depth }: Place,
  packing: Packing,
  visit: Visit,
): Promise<void> {
  const unpacked = `${await host.scratch(`unpacked-${depth}`)}/member`;
  await host.withFile(path, async (open) => {
    for await (const member of members(name, open, packing)) {
      const content = member.content[Symbol.asyncIterator]();
      const first = await beginning(content);
      if (isBinary(first) || packingOf(first) !== undefined) {
        await host.writeScratch(unpacked, joined(first, content));
        const inside = { name: `${name} › ${member.name}`, path: unpacked, depth: depth + 1, isNamed: false };
        await file(host, inside, visit);
      } else {
        await content.return?.();
        await visit({ found: 'other' });
      }
    }
  });
}

/** What cannot be read is told, and the walk goes on with the next. */
async function attempted(name: string, visit: Visit, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof HostError) && !(error instanceof FormatError)) throw error;
    await visit({ found: 'trouble', name, message: error.message });
  }
}

/** At least the bytes that tell what it is, unless it ends before. */
async function beginning(content: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < PACKING_HEAD) {
    const { done, value } = await content.next();
    if (done === true) break;
    parts.push(value);
    size += value.length;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (;;) {
    const { done, value } = await rest.next();
    if (done === true) return;
    yield value;
  }
}

function isBinary(head: Uint8Array): boolean {
  const format = containerOf(head)?.format;
  if (format === 'elf' || format === 'mach-o' || format === 'mach-o-fat') return true;
  const text = new TextDecoder('latin1').decode(head.subarray(0, 8));
  // A PE header may lie behind the first bytes; its stub's magic is enough to look closer.
  return text.startsWith('MZ') || text.startsWith('!<arch>\n');
}
