import type { FirstStarts } from '../src/evidence/runtime/first-starts.ts';
import { around } from './sample-arms.ts';

export interface SampleStarts {
  readonly means?: string;
  /** First and later starts in milliseconds: native, translated, and of the large program. */
  readonly native?: readonly [number, number];
  readonly small: readonly [number, number];
  readonly large?: readonly [number, number];
  readonly count?: number;
  readonly store?: FirstStarts['store']['state'];
  readonly stored?: number;
}

export function sampleStarts(sample: SampleStarts): FirstStarts {
  const {
    means = 'rosetta',
    native = [30, 30],
    small,
    large = small,
    count = 30,
    store = 'refused',
  } = sample;
  const group = (
    side: 'native' | 'translated',
    size: 'small' | 'large',
    [first, later]: readonly [number, number],
  ): FirstStarts['programs'] =>
    around(first, size === 'large' ? 10 : count).map((firstMs, index) => ({
      side,
      size,
      sizeBytes: size === 'large' ? 4e6 : 1.5e6,
      firstMs,
      laterMs: around(later * (1 + index / 1e4), 10),
    }));
  return {
    native: 'arm64',
    translated: 'amd64',
    means,
    programs: [
      ...group('native', 'small', native),
      ...group('translated', 'small', small),
      ...group('translated', 'large', large),
    ],
    store: {
      path: '/var/db/oah',
      state: store,
      ours: Array.from({ length: sample.stored ?? 0 }, (_, index) => ({
        name: `goassay-first-start-${index}.aot`,
        sizeBytes: 3e6,
      })),
    },
  };
}
