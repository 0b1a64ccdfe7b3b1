/**
 * On which sort of core the runs ran, where the system tells. macOS confines nothing: what was
 * asked for is a wish, and what came of it is counted.
 *
 * @module
 */

import type { Observations } from '../evidence/observations.ts';
import { verbatim, type Text } from '../model/text.ts';
import type { Setting } from './validity.ts';

/** Of shares of processor time: arms further apart ran on different cores. */
const PLACEMENT_TOLERANCE = 0.1;

export function placementTexts(
  { arms, design }: Observations,
  { unheard, performanceShares }: Setting,
): Text[] {
  const texts: Text[] = [];
  if (unheard !== undefined) texts.push(verbatim(unheard));
  if (performanceShares.length === 0) return texts;
  const [least, most] = [Math.min(...performanceShares), Math.max(...performanceShares)];
  if (most - least > PLACEMENT_TOLERANCE) {
    const told = arms.map(({ name }, arm) => `${name} ${hundredths(performanceShares[arm] ?? 0)}`).join(', ');
    texts.push({
      en: `They ran on different sorts of cores; of its processor time each spent on performance cores: ${told}. What is compared is the cores too`,
      zh: `各方运行在不同类型的核心上；各自处理器时间中用于性能核的部分：${told}。比较结果包含核心的差别`,
    });
  }
  if (design.cores === 'efficiency')
    texts.push({
      en: `Runs were biased towards efficiency cores, which is no confinement: up to ${hundredths(most)} of the processor time of an arm was spent on performance cores`,
      zh: `运行偏向能效核，但并非限定：某一方至多有 ${hundredths(most)} 的处理器时间用在性能核上`,
    });
  return texts;
}

function hundredths(share: number): string {
  return `${Math.round(100 * share)} %`;
}
