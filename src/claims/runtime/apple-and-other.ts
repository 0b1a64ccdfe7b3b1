/**
 * Sentences about M-series chips: several measures of an Apple machine over the same of another one,
 * from two reports. What they mean together is for each claim to say.
 *
 * @module
 */

import type { SchedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import type { ForestFigure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';
import { inconclusive, type Verdict } from '../../model/verdict.ts';
import { ratio } from '../../stats/hodges-lehmann.ts';
import { digits, doubtsOf } from './ratio-verdict.ts';
import { doubtsOfTwo, ENOUGH, nameOf, valuesOf } from './two-machines.ts';

export interface Measured {
  readonly name: Text;
  readonly values: (report: SchedulerTimings) => readonly number[];
}

export interface AppleRatio {
  readonly name: Text;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface AppleAndOther {
  readonly ratios: readonly AppleRatio[];
  /** "0.8 (0.7 to 0.9) times the compare-and-swap, …", Apple over the other. */
  readonly told: Text;
  readonly figures: readonly ForestFigure[];
  readonly warnings: readonly Text[];
}

/** As the specimen reported it. */
export function reported(name: Text, measure: string): Measured {
  return { name, values: (report) => valuesOf(report, measure) };
}

const REMEDY: Text = {
  en: 'goassay run --profile full on the other machine, then on the Mac: goassay run --profile full --beside ITS-dossier.json',
  zh: '在另一台机器上运行 goassay run --profile full，再于 Mac 上运行：goassay run --profile full --beside 其 dossier.json',
};

/** A verdict where the two reports that it takes are not there. `bothArm64`: the other must be arm64 too. */
export function appleAndOther(
  reports: readonly SchedulerTimings[],
  measures: readonly Measured[],
  { bothArm64 }: { readonly bothArm64: boolean },
): AppleAndOther | Verdict {
  const apple = reports.find(({ isApple }) => isApple === true);
  const other = reports.find(
    ({ isApple, goarch }) => isApple === false && (!bothArm64 || goarch === 'arm64'),
  );
  const given = reports.map((report) => `${report.goarch}, ${nameOf(report)}`).join('; ');
  if (!apple || !other) {
    return inconclusive(
      {
        en: `It takes a report of Apple silicon and one of another ${bothArm64 ? 'arm64 ' : ''}machine, and what is given is: ${given}`,
        zh: `需要一份 Apple Silicon 的报告与一份其他${bothArm64 ? ' arm64 ' : ''}机器的报告，现有：${given}`,
      },
      { warnings: reports.flatMap(({ observations }) => doubtsOf(observations)), remedy: REMEDY },
    );
  }
  const fewest = Math.min(
    ...measures.flatMap(({ values }) => [apple, other].map((report) => values(report).length)),
  );
  if (fewest < ENOUGH) {
    return inconclusive({
      en: `${fewest} runs count in one report, and ${ENOUGH} are needed`,
      zh: `其中一份报告仅 ${fewest} 次运行有效，至少需要 ${ENOUGH} 次`,
    });
  }
  const ratios = measures.map(({ name, values }) => ({ name, ...ratio(values(other), values(apple)) }));
  return {
    ratios,
    told: {
      en: `${nameOf(apple)} takes ${ratios.map((one) => `${spoken(one)} times the ${one.name.en}`).join(', ')} of ${nameOf(other)} (95 % intervals)`,
      zh: `${nameOf(apple)} 相对 ${nameOf(other)}：${ratios.map((one) => `${one.name.zh} ${spoken(one)} 倍`).join('，')}（95 % 区间）`,
    },
    figures: [
      {
        type: 'forest',
        title: { en: 'Apple over the other machine', zh: 'Apple 与另一台机器之比' },
        unit: { en: 'ratio', zh: '比值' },
        reference: 1,
        rows: ratios.map(({ name, estimate, low, high }) => ({
          label: name,
          value: estimate,
          ...(Number.isFinite(low) && Number.isFinite(high) && { interval: [low, high] as const }),
        })),
      },
    ],
    warnings: doubtsOfTwo(apple, other),
  };
}

const spoken = ({ estimate, low, high }: AppleRatio): string =>
  `${digits(estimate)} (${digits(low)} to ${digits(high)})`;

export const isLower = ({ high }: AppleRatio): boolean => high < 1;
export const isHigher = ({ low }: AppleRatio): boolean => low > 1;
