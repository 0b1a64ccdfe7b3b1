/**
 * Chance with a seed: the same seed gives the same numbers everywhere and for ever, so resampling
 * can be repeated. The generator is sfc32 of PractRand, seeded through a 32-bit mixer.
 *
 * @module
 */

export interface Random {
  /** From 0, below 1, in steps of 2⁻³². */
  next(): number;
  /** A whole number from 0, below `bound`. */
  below(bound: number): number;
}

/** `seed` may be any text or number; texts that differ give streams that have nothing to do with each other. */
export function seeded(seed: string | number): Random {
  const mixed = mixer(String(seed));
  let [a, b, c, counter] = [mixed(), mixed(), mixed(), 1];
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) step();
  const next = (): number => step() / 2 ** 32;
  return { next, below: (bound) => Math.floor(next() * bound) };
}

/** A new order of `items`, every one as likely as any other (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const kept = order[last] as T; // both indices are within the array
    order[last] = order[other] as T;
    order[other] = kept;
  }
  return order;
}

/** A standard normal value (Box–Muller). */
export function normalValue(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** FNV-1a over the text, then a multiply-and-shift mixer for as many words as are asked for. */
function mixer(text: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
}
