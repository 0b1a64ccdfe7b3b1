/**
 * The CMS blob of a code signature, as far as telling what it signs takes: the message digests
 * among its signed attributes and the names in its certificates. Whether the signature itself
 * holds is not checked; that needs Apple's keys.
 *
 * DER and the indefinite lengths of BER are read; nothing is skipped by guess.
 *
 * Sources: RFC 5652 (CMS), X.690 (BER and DER), RFC 5280 (names).
 *
 * @module
 */

import { View } from '../bytes/view.ts';

export interface Cms {
  /** The messageDigest attribute of each signer, lower-case hex. */
  readonly messageDigests: readonly string[];
  /** Common names of issuers and subjects of its certificates, in the order of the blob. */
  readonly commonNames: readonly string[];
}

/** 1.2.840.113549.1.9.4, the attribute messageDigest. */
const MESSAGE_DIGEST = '2a864886f70d010904';
/** 2.5.4.3, the name attribute commonName. */
const COMMON_NAME = '550403';

const SEQUENCE = 0x30;
const SET = 0x31;
const OID = 0x06;
const OCTETS = 0x04;

/** Unsigned attributes hold the CMS of a timestamp, which signs something else. */
const UNSIGNED = 0xa1;

interface Element {
  readonly tag: number;
  readonly content: View;
}

/** Elements in a blob of a few KiB; more is made up. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 24;

export function cms(name: string, bytes: Uint8Array): Cms {
  const messageDigests: string[] = [];
  const commonNames: string[] = [];
  let left = MOST_ELEMENTS;

  function walk(view: View, depth: number): void {
    const found = elements(view);
    left -= found.length;
    if (left < 0 || depth > DEEPEST) throw view.error('too many elements', 0);
    const [first, second] = found;
    if (first?.tag === OID && second) {
      const oid = hex(first.content.bytes);
      if (oid === MESSAGE_DIGEST && second.tag === SET) {
        for (const { tag, content } of elements(second.content))
          if (tag === OCTETS) messageDigests.push(hex(content.bytes));
      } else if (oid === COMMON_NAME) commonNames.push(new TextDecoder().decode(second.content.bytes));
    }
    for (const { tag, content } of found)
      if (tag === SEQUENCE || tag === SET || (isTagged(tag) && tag !== UNSIGNED)) walk(content, depth + 1);
  }

  walk(new View(`${name} › CMS`, bytes, 'big'), 0);
  return { messageDigests, commonNames };
}

/** Constructed, and told apart by the place it has in what holds it. */
function isTagged(tag: number): boolean {
  return (tag & 0xe0) === 0xa0;
}

function elements(view: View): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < view.size;) {
    const tag = view.u8(at);
    if (tag === 0) break; // the end of an indefinite length, or padding
    const { start, size, end } = extent(view, at);
    found.push({ tag, content: view.slice('element', start, size) });
    at = end;
  }
  return found;
}

function extent(view: View, at: number, depth = 0): { start: number; size: number; end: number } {
  const first = view.u8(at + 1);
  if (first < 0x80) return { start: at + 2, size: first, end: at + 2 + first };
  if (first > 0x84) throw view.error('length is too long', at);
  if (first > 0x80) {
    let size = 0;
    for (let index = 0; index < first - 0x80; index += 1) size = size * 256 + view.u8(at + 2 + index);
    const start = at + 2 + first - 0x80;
    return { start, size, end: start + size };
  }
  if (depth > DEEPEST) throw view.error('lengths are nested too deeply', at);
  let end = at + 2;
  while (view.u16(end) !== 0) ({ end } = extent(view, end, depth + 1));
  return { start: at + 2, size: end - at - 2, end: end + 2 };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
