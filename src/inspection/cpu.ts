/**
 * What a slice asks of the CPU, from the features that its code needs.
 *
 * @module
 */

import type { SliceCode } from '../evidence/binary/machine-code.ts';
import type { InspectedSlice } from '../model/inspection.ts';

export function atomicsOf({ needs }: SliceCode): NonNullable<InspectedSlice['atomics']> {
  const lse = needs.find(({ feature }) => feature === 'lse');
  if (!lse || lse.words === 0) return 'none';
  return lse.guarded === lse.words ? 'guarded' : 'lse-only';
}
