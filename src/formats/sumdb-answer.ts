/**
 * What a checksum database says: signed tree heads, and records with the hashes of one version.
 *
 * Lines are taken from the record only, which its hash in the tree covers, never from what stands
 * around it (CVE-2026-56864), and both lines of the version that was asked for must be there
 * (CVE-2026-42501). Sources: golang.org/x/mod/sumdb/tlog note.go; go.dev/ref/mod#checksum-database.
 *
 * @module
 */

import { decodeBase64 } from '../bytes/base64.ts';
import { FormatError } from '../bytes/error.ts';
import { plainText } from './note.ts';
import type { TreeHead } from './tlog.ts';

const TITLE = 'go.sum database tree';

/** Reads the text of a note that was opened. Lines after the third are for readers to come. */
export function parseTreeHead(text: string): TreeHead {
  const [title, size = '', hash = '', ...rest] = text.split('\n');
  const root = decodeBase64(hash);
  const refuse = (what: string): FormatError => new FormatError(`Cannot read tree head: ${what} at 0`, 0);
  if (title !== TITLE) throw refuse(`it begins with ${JSON.stringify(title?.slice(0, 60))}`);
  const number = wholeNumber(size);
  if (number === undefined) throw refuse(`its size is ${JSON.stringify(size.slice(0, 40))}`);
  if (root?.length !== 32) throw refuse('its root is not 32 bytes in base64');
  if (rest.length === 0) throw refuse('its last line has no end');
  return { size: number, root };
}

export interface Lookup {
  /** Which record of the log. */
  readonly id: number;
  /** What the log hashes. */
  readonly record: Uint8Array;
  /** A signed note with a tree head of some time or other. */
  readonly note: Uint8Array;
}

export function parseLookup(bytes: Uint8Array): Lookup {
  const text = plainText(bytes);
  const refuse = (what: string): FormatError => new FormatError(`Cannot read lookup answer: ${what} at 0`, 0);
  const line = text.indexOf('\n');
  const id = wholeNumber(text.slice(0, Math.max(line, 0)));
  if (id === undefined) throw refuse('it does not begin with the number of a record');
  const end = text.indexOf('\n\n', line);
  if (end <= line) throw refuse('its record has no end');
  const encode = (part: string): Uint8Array => new TextEncoder().encode(part);
  return { id, record: encode(text.slice(line + 1, end + 1)), note: encode(text.slice(end + 2)) };
}

export interface LoggedHashes {
  /** "h1:…" of the module's zip. */
  readonly zip: string;
  /** "h1:…" of its go.mod. */
  readonly mod: string;
}

/** The two lines for that version, each exactly once. */
export function hashesIn(record: Uint8Array, path: string, version: string): LoggedHashes {
  const lines = plainText(record).split('\n');
  const only = (what: string): string => {
    const found = lines.filter((line) => line.startsWith(`${path} ${what} `));
    const hash = found[0]?.slice(path.length + what.length + 2) ?? '';
    if (found.length !== 1 || !isH1(hash))
      throw new FormatError(
        `Cannot use record of ${path}@${version}: it has ${found.length} lines for ${path} ${what} at 0`,
        0,
      );
    return hash;
  };
  return { zip: only(version), mod: only(`${version}/go.mod`) };
}

function isH1(hash: string): boolean {
  return hash.startsWith('h1:') && decodeBase64(hash.slice(3))?.length === 32;
}

/** One spelling only: no sign, no zero in front, small enough to count with. */
function wholeNumber(text: string): number | undefined {
  const number = Number(text);
  return /^(0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}
