/**
 * Signed notes: a text, a blank line, and lines with signatures.
 *
 * A note is opened with one key. Signatures by unknown keys are passed over, because a log may be
 * countersigned by others; a signature that claims to be by the known key and is not is refused,
 * and so is a note without one. Source: golang.org/x/mod/sumdb/note, package comment.
 *
 * @module
 */

import { decodeBase64 } from '../bytes/base64.ts';
import { hexOf, joined, sameBytes, type Sha256, type VerifyEd25519 } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';

const MOST_SIGNATURES = 100;
const ED25519 = 1;

export interface VerifierKey {
  readonly name: string;
  /** The first four bytes of SHA-256 over name, newline, algorithm and key. */
  readonly hash: Uint8Array;
  readonly publicKey: Uint8Array;
}

interface NoteSignature {
  readonly name: string;
  readonly keyHash: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends in a newline; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Reads "name+hash+key". Keys are base64 and contain "+", so only the first two divide. */
export function parseVerifierKey(text: string, sha256: Sha256): VerifierKey {
  const [, name = '', hash = '', encoded = ''] = text.match(/^([^+]*)\+([^+]*)\+(.*)$/s) ?? [];
  const key = decodeBase64(encoded);
  const refuse = (why: string): FormatError =>
    new FormatError(`Cannot read verifier key ${JSON.stringify(text.slice(0, 120))}: ${why}`, 0);
  if (!isName(name) || !/^[0-9a-f]{8}$/i.test(hash) || !key || key.length === 0)
    throw refuse('it is not name+hash+key');
  if (key[0] !== ED25519 || key.length !== 33) throw refuse('its key is not Ed25519');
  const computed = sha256(new TextEncoder().encode(`${name}\n`), key).subarray(0, 4);
  if (hexOf(computed) !== hash.toLowerCase()) throw refuse(`its hash should be ${hexOf(computed)}`);
  return { name, hash: computed, publicKey: key.subarray(1) };
}

export function parseNote(bytes: Uint8Array): Note {
  const whole = plainText(bytes);
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) throw refusal('it has no blank line before its signatures', 0);
  const text = whole.slice(0, split + 1);
  const rest = whole.slice(split + 2);
  if (rest === '' || !rest.endsWith('\n')) throw refusal('its last line has no end', whole.length);
  const lines = rest.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES)
    throw refusal(`it has ${lines.length} signatures, and ${MOST_SIGNATURES} are allowed,`, split);
  return { text, signatures: lines.map((line) => signatureOf(line, split)) };
}

/** The text, once the key's own signature on it is checked. */
export function openNote(note: Note, key: VerifierKey, verify: VerifyEd25519): string {
  const own = note.signatures.find(({ name, keyHash }) => name === key.name && sameBytes(keyHash, key.hash));
  if (!own) throw refusal(`it has no signature by ${key.name}+${hexOf(key.hash)}`, 0);
  if (!verify(key.publicKey, new TextEncoder().encode(note.text), own.signature))
    throw refusal(`its signature by ${own.name} is not of this text`, 0);
  return note.text;
}

/** UTF-8 without control characters other than newlines. */
export function plainText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refusal('it is not UTF-8', 0);
  }
  const control = text.search(/[^\P{Cc}\n\u{7f}-\u{9f}]/u);
  if (control >= 0) throw refusal('it has a control character', control);
  return text;
}

/** Source of the set: unicode.IsSpace, which is White_Space. */
function isName(name: string): boolean {
  return name !== '' && !/[+\s\u{85}]/u.test(name);
}

function signatureOf(line: string, at: number): NoteSignature {
  const [, name = '', encoded = ''] = line.match(/^— (\S+) (\S+)$/) ?? [];
  const bytes = decodeBase64(encoded);
  if (!isName(name) || !bytes || bytes.length < 5)
    throw refusal(`it has the line ${JSON.stringify(line.slice(0, 80))} among its signatures`, at);
  return { name, keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function refusal(what: string, at: number): FormatError {
  return new FormatError(`Cannot read signed note: ${what} at ${at}`, at);
}

/** For tests and rigs that sign: the bytes of a note from its text and finished signatures. */
export function formatNote(text: string, lines: readonly string[]): Uint8Array {
  return joined([
    new TextEncoder().encode(`${text}\n`),
    new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
  ]);
}
