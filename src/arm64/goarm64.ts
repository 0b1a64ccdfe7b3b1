/**
 * GOARM64, which says what Go may use without asking: `v8.0` to `v9.5`, with `,lse` and `,crypto` behind
 * it in any order. Written down in a binary's build information since Go 1.23.
 *
 * Source: Go's internal/buildcfg, ParseGoarm64, and `go help environment`.
 *
 * @module
 */

import { includes, levelOf } from './levels.ts';

export interface Goarm64 {
  readonly level: string;
  readonly lse: boolean;
  readonly crypto: boolean;
}

const CRYPTO: readonly string[] = ['aes', 'sha1', 'sha2'];

export function parseGoarm64(text: string): Goarm64 | undefined {
  const found = /^(v8\.[0-9]|v9\.[0-5])((?:,lse|,crypto)*)$/.exec(text);
  if (!found) return undefined;
  const [, level = '', options = ''] = found;
  return { level, lse: level !== 'v8.0' || options.includes(',lse'), crypto: options.includes(',crypto') };
}

/** Of the features that code needs without a guard, those that a GOARM64 does not allow. */
export function beyond({ level, lse, crypto }: Goarm64, features: readonly string[]): readonly string[] {
  return features.filter((feature) => {
    if (feature === 'lse') return !lse;
    if (CRYPTO.includes(feature)) return !crypto;
    const from = levelOf(feature);
    return from === undefined || !includes(level, from);
  });
}
