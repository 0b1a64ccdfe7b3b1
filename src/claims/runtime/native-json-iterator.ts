/**
 * json-iterator's benchmarks as one figure: the geometric mean over all of them, run by run, so that
 * no benchmark counts for more because it takes longer.
 *
 * @module
 */

import type { Observations, ObservedRun } from '../../evidence/observations.ts';
import { jsonIteratorBenchmarks } from '../../evidence/runtime/json-iterator-benchmarks.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { inconclusive } from '../../model/verdict.ts';
import { doubtsOf, forest, ratioVerdict, translatorNote } from './ratio-verdict.ts';

const ALL = 'geometric mean';

/** Rounding of a mean over 300 iterations, and what the runtime allocates beside. */
const BYTES_APART = 0.05;

export const nativeJsonIterator = claim({
  id: 'native-json-iterator',
  subject: 'runtime',
  answers: ['W1.21'],
  statement: {
    en: 'The json-iterator benchmarks take longer translated than native.',
    zh: 'json-iterator 的基准测试在转译下比原生耗时更长。',
  },
  method: {
    en: 'Builds json-iterator’s own benchmarks for both architectures and runs each 300 times per process, in 20 rounds whose order is dealt by chance; the figure is the geometric mean over the benchmarks. Equal B/op and allocs/op prove that both did the same work.',
    zh: '为两种架构构建 json-iterator 自带的基准测试，每个进程各执行 300 次，共 20 轮，次序随机；取各基准的几何平均。B/op 与 allocs/op 相等证明两者所做相同。',
  },
  wouldChange: { en: 'An interval of the ratio that lies below 1.', zh: '比值的区间整体低于 1。' },
  needs: { benchmarks: jsonIteratorBenchmarks },

  judge({ benchmarks }) {
    const observations = withGeometricMean(benchmarks.observations);
    const names = namesIn(observations, 'sec/op');
    const unequal = names.find((name) => !didTheSame(observations, name));
    if (names.length === 0 || unequal !== undefined) {
      return inconclusive({
        en:
          unequal === undefined
            ? 'The test binaries reported no benchmark'
            : `${unequal} allocates differently natively and translated, so the two did not do the same work`,
        zh:
          unequal === undefined
            ? '测试程序未报告任何基准'
            : `${unequal} 在原生与转译下的分配不同，两者所做并非同一工作`,
      });
    }
    const of = (name: string) => compare(observations, { measure: `${name} sec/op` });
    return ratioVerdict(
      [of(ALL)],
      {
        subject: { en: `The ${names.length} benchmarks take`, zh: `${names.length} 个基准的耗时为` },
        comparison: { en: 'as long translated as native', zh: '原生' },
        paper: '+60 %',
        unit: 'µs/op',
        divisor: 1e-6,
      },
      {
        figures: [
          forest(
            { en: 'Time by benchmark', zh: '各基准的耗时' },
            [...names, ALL].map((label) => ({ label, comparison: of(label) })),
          ),
        ],
        warnings: [...translatorNote(benchmarks), ...doubtsOf(observations)],
      },
    );
  },
});

/** Names of what every run that ended well reported in that unit. */
function namesIn({ runs }: Observations, unit: string): string[] {
  const [first, ...others] = runs.filter(({ exit, reported }) => exit === 0 && reported);
  const suffix = ` ${unit}`;
  return Object.keys(first?.reported ?? {})
    .filter((key) => key.endsWith(suffix) && others.every(({ reported }) => reported?.[key] !== undefined))
    .map((key) => key.slice(0, -suffix.length))
    .filter((name) => name !== ALL);
}

function withGeometricMean(observations: Observations): Observations {
  const names = namesIn(observations, 'sec/op');
  const mean = ({ reported = {} }: ObservedRun): number =>
    Math.exp(
      names.reduce((sum, name) => sum + Math.log(reported[`${name} sec/op`] ?? NaN), 0) / names.length,
    );
  return {
    ...observations,
    runs: observations.runs.map((run) =>
      run.reported && names.length > 0
        ? { ...run, reported: { ...run.reported, [`${ALL} sec/op`]: mean(run) } }
        : run,
    ),
  };
}

function didTheSame({ runs }: Observations, name: string): boolean {
  const spread = (unit: string): { least: number; most: number } => {
    const values = runs.flatMap(({ reported }) => reported?.[`${name} ${unit}`] ?? []);
    return { least: Math.min(...values), most: Math.max(...values) };
  };
  const [bytes, allocations] = [spread('B/op'), spread('allocs/op')];
  return (
    allocations.most - allocations.least <= 1 &&
    bytes.most - bytes.least <= Math.max(64, BYTES_APART * bytes.most)
  );
}
