/**
 * How well the time of a program is known if it is repeated where it varies. Builds are the units: what
 * their layout does to a program is the same in each of its runs, however often it is run.
 *
 * @module
 */

import { repetitionLevels } from '../../evidence/runtime/repetition-levels.ts';
import { percent } from '../../laboratory/telling.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { quantileInterval } from '../../stats/order-statistic-interval.ts';
import { mean } from '../../stats/quantiles.ts';
import { varianceComponents } from '../../stats/variance-components.ts';
import { digits } from './ratio-verdict.ts';

const WANTED = 0.02;

export const levelsFromPilot = claim({
  id: 'levels-from-pilot',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'Repeated at the levels where a pilot saw variance, the time of a Go program is known to within 2 % on this machine.',
    zh: '按试验所见的方差分级重复，本机即可将一个 Go 程序的耗时测准到 2 % 以内。',
  },
  method: {
    en: 'Splits the variance of a pilot (four builds with layouts of their own, six processes of each, six iterations of each) into build, process and iteration, weighs it with what one more of each costs (Kalibera & Jones 2013), repeats accordingly with other builds, and takes the interval of the median of their means.',
    zh: '将试验（4 个布局各异的构建，各 6 个进程，各 6 次迭代）的方差分解为构建、进程、迭代三部分，与各级再做一次的成本权衡（Kalibera & Jones 2013），据此以其他构建重复测量，并取各构建均值之中位数的区间。',
  },
  wouldChange: {
    en: 'More noise, or builds whose layout makes a larger difference.',
    zh: '噪声更大，或构建布局造成更大差异。',
  },
  needs: { levels: repetitionLevels },

  judge({ levels: { pilot, cost, chosen, measured, measure } }) {
    const parts = varianceComponents(pilot);
    const total = parts.build + parts.process + parts.iteration;
    const share = (part: number): string => percent(total === 0 ? 0 : part / total, 0);
    const shares = [share(parts.build), share(parts.process), share(parts.iteration)] as const;
    const means = measured.map((build) => mean(build.map(mean)));
    const { low, high, centre } = quantileInterval(means, { confidence: 0.95 });
    const half = (high - low) / 2 / centre;
    const figures = [
      table(
        { en: 'Where the variance is, and what was done about it', zh: '方差所在与相应的重复' },
        [
          { en: 'level', zh: '层级' },
          { en: 'share of the variance', zh: '方差占比' },
          { en: 'one more costs, ms', zh: '再做一次的成本（毫秒）' },
          { en: 'in the pilot', zh: '试验中' },
          { en: 'chosen', zh: '选定' },
        ],
        [
          [{ en: 'build', zh: '构建' }, shares[0], digits(cost.build), pilot.length, chosen.builds],
          [
            { en: 'process of a build', zh: '每个构建的进程' },
            shares[1],
            digits(cost.process),
            pilot[0]?.length ?? 0,
            chosen.processes,
          ],
          [
            { en: 'iteration of a process', zh: '每个进程的迭代' },
            shares[2],
            digits(cost.iteration),
            pilot[0]?.[0]?.length ?? 0,
            chosen.iterations,
          ],
        ],
      ),
    ];
    const told = {
      en: `Of the pilot’s variance ${shares[0]} lies between builds, ${shares[1]} between processes and ${shares[2]} between iterations, so ${chosen.builds} builds were run in ${chosen.processes} processes of ${chosen.iterations} iterations: ${measure} ${digits(centre * 1e9)} ns, 95 % interval ± ${percent(half)}`,
      zh: `试验的方差中构建间占 ${shares[0]}、进程间占 ${shares[1]}、迭代间占 ${shares[2]}，故以 ${chosen.builds} 个构建、各 ${chosen.processes} 个进程、各 ${chosen.iterations} 次迭代测量：${measure} 为 ${digits(centre * 1e9)} ns，95 % 区间 ± ${percent(half)}`,
    };
    if (!Number.isFinite(half)) return inconclusive(told, { figures });
    return (half <= WANTED ? confirmed : refuted)(told, { figures });
  },
});
