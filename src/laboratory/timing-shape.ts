/**
 * Whether a process is translated, from nothing but how long it took over things.
 *
 * Work that the processor has instructions for costs a native process a fraction of plain integer
 * work. A translator emulates most of those instructions one by one, so there it costs many times
 * as much. Quotients to integer work, measured:
 *
 *                                        AES-GCM   SHA-256   CRC-32
 *     native x86-64 (AMD EPYC)             0.21      0.69     0.039
 *     arm64 under qemu-user 7.2           23         7.3      1.8
 *
 * The lines lie in the geometric middle. A processor without some of the instructions (a Cortex-A72
 * of a Raspberry Pi 4 has CRC-32 only) comes out mixed, and then nothing is said.
 *
 * @module
 */

import type { ShapeTimes } from '../evidence/runtime/timing-shape.ts';

const SHAPE_LINES = { aes: 2.2, sha256: 2.2, crc32: 0.26 } as const;

export type ShapeVerdict = 'native' | 'translated' | 'mixed';

export function shapeVerdict(times: ShapeTimes): ShapeVerdict {
  const above = shapeQuotients(times).filter(({ quotient, line }) => quotient > line).length;
  if (above === 0) return 'native';
  return above === Object.keys(SHAPE_LINES).length ? 'translated' : 'mixed';
}

export interface ShapeQuotient {
  readonly work: keyof typeof SHAPE_LINES;
  readonly quotient: number;
  readonly line: number;
}

export function shapeQuotients(times: ShapeTimes): ShapeQuotient[] {
  return (['aes', 'sha256', 'crc32'] as const).map((work) => ({
    work,
    quotient: times[work] / times.integer,
    line: SHAPE_LINES[work],
  }));
}
