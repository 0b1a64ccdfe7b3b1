/**
 * What pure code needs of cryptography, handed in by who has it: nothing here computes a digest or
 * checks a signature.
 *
 * @module
 */

/** SHA-256 of the pieces one after the other: 32 bytes. */
export type Sha256 = (...pieces: readonly Uint8Array[]) => Uint8Array;

/** True if `signature` is one of `message` by the Ed25519 public key of 32 bytes. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
