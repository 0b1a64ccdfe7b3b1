/**
 * Which modules are there does not depend on the processor that is built for.
 *
 * @module
 */

import type { Trial } from '../../evidence/modules/trials.ts';
import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { complaintOf, exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** Modules that the build of a target had to fetch, of those it needs. */
function fetchedBy(trial: Trial, command: number): number {
  return new Set(
    trial.requests
      .filter((one) => one.command === command && one.kind === 'zip' && one.status === 200)
      .map(({ module }) => module),
  ).size;
}

const NEEDED = 4;

export const moduleCacheByTarget = claim({
  id: 'module-cache-by-target',
  subject: 'modules',
  answers: ['W4.60'],
  statement: {
    en: 'On a first build the module cache hit rate is lower on arm64 than on amd64: 63.1 against 71.5 %.',
    zh: '首次构建的模块缓存命中率在 arm64 上低于 amd64:63.1% 对 71.5%。',
  },
  method: {
    en: 'Starts builds for both targets from equal copies of a half-filled module cache and counts the modules fetched.',
    zh: '从相同的半满模块缓存出发为两种目标构建，统计获取的模块数。',
  },
  wouldChange: { en: 'More modules fetched for arm64 than for amd64.', zh: 'arm64 获取的模块多于 amd64。' },
  needs: { vendor: vendorTrials },

  judge({ vendor }) {
    const trial = trialOf(vendor, 'half a module cache');
    if ([1, 3].some((index) => exitOf(trial, index) !== 0))
      return inconclusive({
        en: `A build failed: ${complaintOf(trial, 1)}`,
        zh: `构建失败：${complaintOf(trial, 1)}`,
      });
    const [arm64, amd64] = [fetchedBy(trial, 1), fetchedBy(trial, 3)];
    const told = {
      en: `Of ${NEEDED} modules ${NEEDED - arm64} were found for arm64 and ${NEEDED - amd64} for amd64`,
      zh: `${NEEDED} 个模块中，arm64 命中 ${NEEDED - arm64} 个，amd64 命中 ${NEEDED - amd64} 个`,
    };
    return arm64 > amd64 ? confirmed(told) : refuted(told);
  },
});
