/**
 * What is known of an experiment while it runs, in one line: the rounds, and of every arm the ratio to the
 * first with its interval, which narrows.
 *
 * @module
 */

import type { RoundsSoFar } from '../experiments/experiment.ts';
import { compare } from '../laboratory/comparison.ts';
import { figureOf } from '../laboratory/telling.ts';
import type { Language } from '../model/text.ts';

export function roundsLine({ observations, done, planned }: RoundsSoFar, language: Language): string {
  const ratios = observations.arms.slice(1).map((_, index) => {
    const { ratio, relation } = compare(observations, { other: index + 1 });
    const interval = `[${figureOf(ratio.low)}, ${figureOf(ratio.high)}]`;
    return `${figureOf(ratio.estimate)} ${interval}${relation === 'unknown' ? '' : ' ✓'}`;
  });
  const round = language === 'zh' ? `第 ${done}/${planned} 轮` : `round ${done}/${planned}`;
  return [round, ...ratios].join('  ');
}

/** A log gets a line whenever the rounds have doubled, and at the end. */
export function sparingly(): (rounds: RoundsSoFar) => boolean {
  let shown = 0;
  return ({ done, planned }) => {
    if (done < shown) shown = 0; // another experiment
    if (done === 0 || (done < 2 * shown && done !== planned)) return false;
    shown = done;
    return true;
  };
}
