/**
 * Whether two commands of the user's differ: what `goassay bench compare` says. Not part of the
 * whitepaper, so it is in no run but its own.
 *
 * @module
 */

import { commandComparison } from '../../evidence/machine/command-comparison.ts';
import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { system } from '../../evidence/machine/system.ts';
import type { Observations } from '../../evidence/observations.ts';
import { compare, type Comparison } from '../../laboratory/comparison.ts';
import { comparisonFigures, measureName } from '../../laboratory/figures.ts';
import {
  doubtText,
  endingOf,
  faultTexts,
  figureOf,
  percent,
  settingTexts,
} from '../../laboratory/telling.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const commandDifference = claim({
  id: 'command-difference',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'The commands differ in what was compared, by more than the margin or in a known direction.',
    zh: '各命令在所比较的指标上存在差异：方向已知，且不止在容限之内。',
  },
  method: {
    en: 'Every round runs each command once, each in a fresh process, in an order dealt by chance. The ratio is tested on the deals that could have been made, or by evidence that may be watched where the experiment stops when it knows.',
    zh: '每一轮各命令各运行一次，均为新进程，次序随机分配。比值按当时可能出现的各种分配做检验；若“知道即停”，则用可随时查看的证据判定。',
  },
  wouldChange: {
    en: 'An interval of the ratio that lies within the margin, or on the other side of 1.',
    zh: '比值区间落在容限之内，或落在 1 的另一侧。',
  },
  needs: { observations: commandComparison, system: wish(system), topology: wish(cpuTopology) },

  judge({ observations }) {
    const comparisons = observations.arms
      .slice(1)
      .map((_, index) => compare(observations, { other: index + 1 }));
    const warnings = [
      ...comparisons.flatMap((one) => [...faultTexts(one, observations), ...one.doubts.map(doubtText)]),
      ...settingTexts(observations),
    ];
    const particulars = { figures: comparisonFigures(comparisons, observations), warnings: unique(warnings) };
    const never = neverRan(observations);
    if (never) return inconclusive(never, { ...particulars, remedy: REMEDY });
    const because = joined(comparisons.map((one) => saying(one)));
    if (comparisons.some(({ relation }) => relation === 'smaller' || relation === 'larger'))
      return confirmed(because, particulars);
    if (comparisons.every(({ relation }) => relation === 'the same')) return refuted(because, particulars);
    const remedy = comparisons.some(isHeldBack) ? CPU_TIME : remedyFor(comparisons);
    return inconclusive(because, { ...particulars, remedy });
  },
});

const REMEDY: Text = {
  en: 'Run the command by itself first; it gets no terminal, no standard input and only the environment that --env passes on',
  zh: '请先单独运行该命令；它没有终端和标准输入，环境变量仅限 --env 所传递者',
};

/** By a quota, in every round. */
function isHeldBack({ rounds, faults }: Comparison): boolean {
  return rounds === 0 && faults.some(({ fault }) => fault === 'held back');
}

const CPU_TIME: Text = {
  en: 'A CPU quota holds back the clock and not CPU time: --measure cpu',
  zh: 'CPU 配额延长的是时钟时间而非 CPU 时间：--measure cpu',
};

/** A command none of whose runs went well says why. */
function neverRan({ arms, runs }: Observations): Text | undefined {
  for (const [index, { name }] of arms.entries()) {
    const own = runs.filter(({ arm }) => arm === index);
    const last = own.at(-1);
    if (!last || own.some(({ ended, exit }) => ended === 'exit' && exit === 0)) continue;
    const { en, zh } = endingOf(last);
    return { en: `${name} never ran well: ${en}`, zh: `${name} 从未成功运行：${zh}` };
  }
  return undefined;
}

function saying(comparison: Comparison): Text {
  const { first, other, measure, rounds, ratio, p, relation, detectable, margin, method, confidence } =
    comparison;
  const { name, unit, scale } = measureName(measure);
  if (rounds === 0) return { en: 'No round is valid', zh: '没有有效的轮次' };
  const [a, b] = [first, other].map(({ median: { centre } }) => figureOf(centre * scale));
  const interval = `${figureOf(ratio.estimate)} [${figureOf(ratio.low)}, ${figureOf(ratio.high)}]`;
  const test = `${percent(confidence, 0)}, n = ${rounds}, p ${p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`}${method === 'anytime' ? ' at any time' : ''}`;
  const testZh = test.replace(' at any time', '（随时有效）');
  const values = `${name.en} ${a} and ${b} ${unit.en}`;
  const valuesZh = `${name.zh} ${a} 与 ${b} ${unit.zh}`;
  const ends: Readonly<Record<typeof relation, Text>> = {
    larger: { en: `${other.name} takes more than ${first.name}`, zh: `${other.name} 多于 ${first.name}` },
    smaller: { en: `${other.name} takes less than ${first.name}`, zh: `${other.name} 少于 ${first.name}` },
    'the same': {
      en: `${first.name} and ${other.name} differ by less than ${percent(margin)}`,
      zh: `${first.name} 与 ${other.name} 相差不到 ${percent(margin)}`,
    },
    unknown: {
      en: `whether ${first.name} and ${other.name} differ is not known; ${percent(detectable - 1)} would have been found in 80 of 100 such runs`,
      zh: `尚不知 ${first.name} 与 ${other.name} 是否有差异；若相差 ${percent(detectable - 1)}，此类实验 100 次中有 80 次可发现`,
    },
  };
  return {
    en: `${ends[relation].en}: ${interval} times (${test}; ${values})`,
    zh: `${ends[relation].zh}：${interval} 倍（${testZh}；${valuesZh}）`,
  };
}

function remedyFor(comparisons: readonly Comparison[]): Text {
  const worst = Math.max(...comparisons.map(({ detectable }) => detectable - 1));
  const worth = Number.isFinite(worst) ? percent(worst) : '—';
  return {
    en: `Run more rounds (--rounds), on a quieter machine, or ask for a wider --margin; now ${worth} can be seen`,
    zh: `增加轮数（--rounds）、换更安静的机器，或放宽 --margin；目前可分辨 ${worth}`,
  };
}

function joined(texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join('; '), zh: texts.map(({ zh }) => zh).join('；') };
}

function unique(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}
