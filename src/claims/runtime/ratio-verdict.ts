/**
 * The verdict on a sentence that one thing takes more than another: from the interval of the ratio
 * alone, never from the paper's own size, which is told beside ours.
 *
 * @module
 */

import type { Observations } from '../../evidence/observations.ts';
import type { Comparison } from '../../laboratory/comparison.ts';
import { settingOf } from '../../laboratory/validity.ts';
import type { EcdfFigure, Figure, ForestFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted, type Verdict } from '../../model/verdict.ts';

/** Rounds that the ledger asks for. */
const FEWEST_ROUNDS = 10;

export interface RatioSentence {
  /** "A translated hello takes", to be followed by "1.5 times as long as a native one". */
  readonly subject: Text;
  readonly comparison: Text;
  /** What the paper prints: "+102 %". */
  readonly paper: string;
  /** Of the values: "ms". They are divided by `divisor` before they are told. */
  readonly unit: string;
  readonly divisor?: number;
}

/** Confirmed if the second arm is known to be larger than the first. */
export function ratioVerdict(
  comparisons: readonly Comparison[],
  sentence: RatioSentence,
  particulars: { readonly figures?: readonly Figure[]; readonly warnings?: readonly Text[] } = {},
): Verdict {
  const { figures = [], warnings = [] } = particulars;
  const least = comparisons.toSorted((one, other) => one.ratio.estimate - other.ratio.estimate)[0];
  const few = comparisons.find(({ rounds }) => rounds < FEWEST_ROUNDS);
  if (!least || few) {
    const fault = few?.faults[0];
    return inconclusive(
      {
        en: `${few?.rounds ?? 0} rounds count, and ${FEWEST_ROUNDS} are needed${fault ? `: ${few?.faults.length} runs ${fault.fault}` : ''}`,
        zh: `有效轮数为 ${few?.rounds ?? 0}，至少需要 ${FEWEST_ROUNDS} 轮${fault ? `：${few?.faults.length} 次运行无效（${fault.fault}）` : ''}`,
      },
      { figures, warnings },
    );
  }
  const told = tell(least, sentence);
  // The side of 1 on which the whole interval lies decides, as the ledger has it.
  if (comparisons.every(({ ratio: { low } }) => low > 1)) return confirmed(told, { figures, warnings });
  if (comparisons.some(({ ratio: { high } }) => high < 1)) return refuted(told, { figures, warnings });
  return inconclusive(told, { figures, warnings });
}

function tell(
  comparison: Comparison,
  { subject, comparison: than, paper, unit, divisor = 1 }: RatioSentence,
): Text {
  const { ratio, rounds, first, other, confidence } = comparison;
  const [low, high, estimate] = [ratio.low, ratio.high, ratio.estimate].map(digits);
  const [one, two] = [first, other].map(({ median }) => digits(median.centre / divisor));
  const share = Math.round(100 * confidence);
  return {
    en: `${subject.en} ${estimate} times ${than.en} (${share} % interval ${low} to ${high}, ${rounds} rounds; medians ${one} and ${two} ${unit}); the paper says ${paper}`,
    zh: `${subject.zh}${than.zh}的 ${estimate} 倍（${share} % 区间 ${low} 至 ${high}，${rounds} 轮；中位数 ${one} 与 ${two} ${unit}）；原文称 ${paper}`,
  };
}

/** Three significant digits, without an exponent. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '–';
  return Number(value.toPrecision(3)).toString();
}

/** What a careful reader wants to know of how it was measured. */
export function doubtsOf(observations: Observations): Text[] {
  const { cpuPressure, steal, onBattery, frequencyByArm } = settingOf(observations);
  const texts: Text[] = [];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (cpuPressure !== undefined && cpuPressure > 0.1)
    texts.push({
      en: `The machine was busy: for ${percent(cpuPressure)} of a typical run some task waited for a processor`,
      zh: `机器繁忙：一次典型运行中有 ${percent(cpuPressure)} 的时间存在等待处理器的任务`,
    });
  if (steal !== undefined && steal > 0.02)
    texts.push({
      en: `The hypervisor gave ${percent(steal)} of the time to somebody else`,
      zh: `虚拟机监控程序将 ${percent(steal)} 的时间给了其他虚拟机`,
    });
  if (onBattery) texts.push({ en: 'The machine ran on its battery', zh: '机器由电池供电' });
  if (frequencyByArm !== undefined && frequencyByArm > 1.05)
    texts.push({
      en: `The processor was ${percent(frequencyByArm - 1)} faster before the runs of one arm than of another`,
      zh: `处理器在一组运行之前比另一组快 ${percent(frequencyByArm - 1)}`,
    });
  if (observations.ended !== 'all rounds' && observations.ended !== 'known')
    texts.push({
      en: `It ended early: ${observations.ended}`,
      zh: `提前结束：${observations.ended}`,
    });
  return texts;
}

/** Which translator stood in; sizes of another than Rosetta are no measure of Rosetta. */
export function translatorNote({
  means,
  translator,
}: {
  readonly means: string;
  readonly translator?: string | undefined;
}): Text[] {
  if (means === 'rosetta') return [];
  const name = translator ?? means;
  return [
    {
      en: `The translator is ${name}, not Rosetta 2: the direction is judged, and the size is that of this translator`,
      zh: `所用转译器为 ${name}，并非 Rosetta 2：判定的是方向，大小属于该转译器`,
    },
  ];
}

/** Intervals of the ratios above each other. */
export function forest(
  title: Text,
  comparisons: readonly { readonly label: Text | string; readonly comparison: Comparison }[],
  unit: Text = { en: 'translated ÷ native', zh: '转译 ÷ 原生' },
): ForestFigure {
  return {
    type: 'forest',
    title,
    unit,
    reference: 1,
    rows: comparisons.map(({ label, comparison: { ratio } }) => ({
      label: typeof label === 'string' ? verbatim(label) : label,
      value: ratio.estimate,
      ...(Number.isFinite(ratio.low) &&
        Number.isFinite(ratio.high) && { interval: [ratio.low, ratio.high] as const }),
    })),
  };
}

/** The distributions of both arms. */
export function distributions(
  title: Text,
  { first, other }: Comparison,
  unit: string,
  divisor = 1,
): EcdfFigure {
  return {
    type: 'ecdf',
    title,
    unit: verbatim(unit),
    series: [first, other].map(({ name, values }) => ({
      label: ARM_NAMES[name] ?? verbatim(name),
      values: values.map((value) => value / divisor),
    })),
  };
}

const ARM_NAMES: Readonly<Record<string, Text>> = {
  native: { en: 'native', zh: '原生' },
  translated: { en: 'translated', zh: '转译' },
};
