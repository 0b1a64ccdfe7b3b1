/**
 * The cryptography that log proofs stand on, as the platform has it.
 *
 * @module
 */

import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { Sha256, VerifyEd25519 } from '../bytes/digest.ts';

/** One call is cheaper than an object with updates for the short pieces that trees are made of: 1 µs against 3. */
export const sha256: Sha256 = (...pieces) => {
  const [only] = pieces;
  const whole = pieces.length === 1 && only ? only : Buffer.concat(pieces);
  return whole.length < 4096 ? hash('sha256', whole, 'buffer') : createHash('sha256').update(whole).digest();
};

/** What stands before the key in a SubjectPublicKeyInfo: RFC 8410 §4. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(undefined, message, key, signature);
};
