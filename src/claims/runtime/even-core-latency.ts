/**
 * Whether it matters between which processors a cache line goes: the matrix of all pairs, and the
 * slowest against the quickest of them. A check of our own, beside what the paper says of clusters.
 *
 * @module
 */

import { coreLatency, type CoreLatency } from '../../evidence/runtime/core-latency.ts';
import { valueOf } from '../../laboratory/comparison.ts';
import { faultOf } from '../../laboratory/validity.ts';
import { claim } from '../../model/claim.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim } from '../../model/text.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { ratio } from '../../stats/hodges-lehmann.ts';
import { median } from '../../stats/quantiles.ts';
import { digits, doubtsOf } from './ratio-verdict.ts';

/** The most by which pairs that take about as long may differ. */
const UNEVEN = 2;
const FEWEST_RUNS = 10;

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly seconds: readonly number[];
}

export const evenCoreLatency = claim({
  id: 'even-core-latency',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'A cache line takes about as long between any two processors of this machine as between any others.',
    zh: '缓存行在本机任意两个处理器之间的传递耗时大致相同。',
  },
  method: {
    en: 'Has two threads, each confined to a processor, raise one number in turns by compare-and-swap, for every pair in each of twenty fresh processes, and takes the ratio of the slowest pair to the quickest (Hodges–Lehmann). Under Linux only.',
    zh: '令分别限定于两个处理器的两个线程以比较并交换轮流递增同一数，在 20 个新进程中遍历每一对，取最慢一对与最快一对之比（Hodges–Lehmann）。仅限 Linux。',
  },
  wouldChange: {
    en: 'A pair that takes more than twice as long as another.',
    zh: '某一对的耗时超过另一对的两倍。',
  },
  needs: { latency: coreLatency },

  judge({ latency }) {
    const pairs = pairsOf(latency);
    const figures = [matrix(latency, pairs)];
    const warnings = doubtsOf(latency.observations);
    const fewest = Math.min(...pairs.map(({ seconds }) => seconds.length));
    if (fewest < FEWEST_RUNS) {
      return inconclusive(
        {
          en: `${fewest} runs count, and ${FEWEST_RUNS} are needed`,
          zh: `有效运行 ${fewest} 次，至少需要 ${FEWEST_RUNS} 次`,
        },
        { figures, warnings },
      );
    }
    const bySpeed = pairs.toSorted((one, other) => median(one.seconds) - median(other.seconds));
    const [quick, slow] = [bySpeed[0], bySpeed.at(-1)];
    if (!quick || !slow || pairs.length < 2) {
      return notApplicable(
        {
          en: `There is one pair, ${quick ? named(quick) : ''}: ${quick ? told(quick) : ''} one way`,
          zh: `仅有一对（${quick ? named(quick) : ''}）：单程 ${quick ? told(quick) : ''}`,
        },
        { figures, warnings },
      );
    }
    const { estimate, low, high } = ratio(quick.seconds, slow.seconds);
    const words = {
      en: `One way takes ${told(quick)} between ${named(quick)} and ${told(slow)} between ${named(slow)}: ${digits(estimate)} times as long, 95 % interval ${digits(low)} to ${digits(high)}, the extremes of ${pairs.length} pairs`,
      zh: `单程在 ${named(quick)} 间为 ${told(quick)}，在 ${named(slow)} 间为 ${told(slow)}：后者为前者的 ${digits(estimate)} 倍，95 % 区间 ${digits(low)} 至 ${digits(high)}，为 ${pairs.length} 对中的两极`,
    };
    if (low > UNEVEN) return refuted(words, { figures, warnings });
    return (high < UNEVEN ? confirmed : inconclusive)(words, { figures, warnings });
  },
});

function pairsOf({ cpus, observations: { runs } }: CoreLatency): Pair[] {
  return cpus.flatMap((one, index) =>
    cpus.slice(index + 1).map((other) => ({
      one,
      other,
      seconds: runs.flatMap((run) => {
        const value = valueOf(run, `Pair/${one}_${other} sec/op`);
        return run.round < 0 || value === undefined || faultOf(run, value) ? [] : [value];
      }),
    })),
  );
}

const named = ({ one, other }: Pair): string => `${one}–${other}`;
const told = ({ seconds }: Pair): string => `${digits(median(seconds) * 1e9)} ns`;

function matrix({ cpus }: CoreLatency, pairs: readonly Pair[]): TableFigure {
  const cell = (one: number, other: number): string => {
    const pair = pairs.find(
      (each) => each.one === Math.min(one, other) && each.other === Math.max(one, other),
    );
    return pair && pair.seconds.length > 0 ? digits(median(pair.seconds) * 1e9) : '–';
  };
  return table(
    { en: 'One way between two processors, median in ns', zh: '两处理器间单程的中位数（纳秒）' },
    [{ en: 'processor', zh: '处理器' }, ...cpus.map((cpu) => verbatim(String(cpu)))],
    cpus.map((one) => [one, ...cpus.map((other) => cell(one, other))]),
  );
}
