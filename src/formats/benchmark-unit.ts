/**
 * Units of Go benchmarks: made tidy (seconds and bytes instead of ns and MB, so that prefixes can be
 * put before them), told apart by whether they count in thousands or in 1024s, and which way is better.
 * Source: golang.org/x/perf/benchunit and the benchmark format, golang.org/design/14313-benchmark-format.
 *
 * @module
 */

export interface TidyUnit {
  readonly unit: string;
  /** What a value in the unit as written is multiplied by. */
  readonly factor: number;
}

/** "ns/op" is seconds per operation, "MB/s" bytes per second. What stands in a denominator is left as it is. */
export function tidyUnit(unit: string): TidyUnit {
  let factor = 1;
  const tidy = numeratorWords(unit, (word) => {
    if (word === 'ns') factor /= 1e9;
    else if (word === 'MB') factor *= 1e6;
    return { ns: 'sec', MB: 'B' }[word] ?? word;
  });
  return { unit: tidy, factor };
}

/** Bytes are counted in 1024s, everything else in thousands. */
export function isBinaryUnit(unit: string): boolean {
  let isBinary = false;
  numeratorWords(unit, (word) => {
    if (['B', 'MB', 'bytes'].includes(word)) isBinary = true;
    return word;
  });
  return isBinary;
}

/** 1 if more is better, -1 if less is, 0 if nobody said. */
export function betterDirection(unit: string, said: string | undefined): -1 | 0 | 1 {
  if (said !== undefined) return said === 'higher' ? 1 : said === 'lower' ? -1 : 0;
  if (['MB/s', 'B/s'].includes(unit)) return 1;
  return ['ns/op', 'sec/op', 'B/op', 'allocs/op'].includes(unit) ? -1 : 0;
}

/** Rewrites the words before a "/"; words are parted by "-", "*" and "/". */
function numeratorWords(unit: string, rewrite: (word: string) => string): string {
  let isDenominator = false;
  return unit.replaceAll(/[-*/]|[^-*/]+/g, (part) => {
    if (part === '/') isDenominator = true;
    else if (part === '*') isDenominator = false;
    else if (part !== '-' && !isDenominator) return rewrite(part);
    return part;
  });
}
