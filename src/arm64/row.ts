/**
 * One row of a decoding table: a 32-bit pattern in the notation of the Arm ARM's encoding diagrams
 * (`0` and `1` fixed, any letter an operand bit, spaces ignored), the class and the architecture
 * feature of the instruction, and the function that writes its text. A text of `undefined` means the
 * word is unallocated although it fits the pattern.
 *
 * @module
 */

export type InstructionClass =
  | 'branch'
  | 'load-store'
  | 'atomic'
  | 'integer'
  | 'simd'
  | 'fp'
  | 'crypto'
  | 'crc'
  | 'system'
  | 'sve'
  | 'sme';

export type Text = (word: number, address: number | undefined) => string | undefined;
type Feature = string | undefined | ((word: number) => string | undefined);

export interface Row {
  readonly mask: number;
  readonly value: number;
  readonly class: InstructionClass;
  readonly feature: Feature;
  readonly text: Text;
  /** The word is known and has a class and a feature, but its text is not written here. */
  readonly recognisedOnly?: true;
}

export function row(pattern: string, kind: InstructionClass, text: Text, feature?: Feature): Row {
  const bits = pattern.replaceAll(' ', '');
  if (bits.length !== 32) throw new RangeError(`Cannot use pattern ${pattern}: it has ${bits.length} bits`);
  let mask = 0;
  let value = 0;
  for (const bit of bits) {
    mask = (mask << 1) | (bit === '0' || bit === '1' ? 1 : 0);
    value = (value << 1) | (bit === '1' ? 1 : 0);
  }
  return { mask, value, class: kind, feature, text };
}

/** A row for words that are known by class and feature only. */
export function recognised(mask: number, value: number, kind: InstructionClass, feature: string): Row {
  return {
    mask: mask | 0,
    value: value | 0,
    class: kind,
    feature,
    text: () => undefined,
    recognisedOnly: true,
  };
}
