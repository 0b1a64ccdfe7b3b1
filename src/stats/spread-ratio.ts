/**
 * How many times as far the values of one sample are spread as those of another: distances from the
 * own median, compared by rank (after Fligner & Killeen 1976), with the interval of their Hodges–Lehmann
 * ratio. Medians are estimated, so the interval is approximate; simulated coverage stands in the test.
 *
 * @module
 */

import { ratio, type Shift } from './hodges-lehmann.ts';
import { median } from './quantiles.ts';

/** Of logarithms of positive values, so that the spread is relative to the size. */
export function relativeSpreadRatio(
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): Shift {
  return ratio(distances(first), distances(second), confidence);
}

/** Values at the median itself, one of an odd number and ties with it, say nothing of the spread. */
function distances(values: readonly number[]): number[] {
  const logs = values.map(Math.log);
  const centre = median(logs);
  return logs.map((log) => Math.abs(log - centre)).filter((distance) => distance > 0);
}
