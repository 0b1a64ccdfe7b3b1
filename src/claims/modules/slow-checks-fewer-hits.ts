/**
 * How long a check takes does not change what the cache has.
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

export const slowChecksFewerHits = claim({
  id: 'slow-checks-fewer-hits',
  subject: 'modules',
  answers: ['W4.61'],
  statement: {
    en: 'The hit rate is lower on arm64 because the go.sum check is slower there.',
    zh: '命中率在 arm64 上较低,是因为 go.sum 校验更慢。',
  },
  method: {
    en: 'Counts the modules found in a half-filled cache with a quick checksum database and with one that waits before every answer.',
    zh: '在半满缓存上，分别以快速与逐次延迟应答的校验数据库统计命中模块数。',
  },
  wouldChange: { en: 'Fewer modules found with the slow database.', zh: '慢速数据库下命中更少。' },
  needs: { vendor: vendorTrials },

  judge({ vendor }) {
    const [quick, slow] = [
      trialOf(vendor, 'half a module cache'),
      trialOf(vendor, 'half a module cache, slow checks'),
    ];
    if (exitOf(quick, 1) !== 0 || exitOf(slow, 1) !== 0)
      return inconclusive({
        en: `A build failed: ${complaintOf(slow, 1)}`,
        zh: `构建失败：${complaintOf(slow, 1)}`,
      });
    const [before, after] = [NEEDED - fetchedBy(quick, 1), NEEDED - fetchedBy(slow, 1)];
    const told = {
      en: `Of ${NEEDED} modules ${before} were found with quick checks and ${after} with slow ones`,
      zh: `${NEEDED} 个模块中，快速校验时命中 ${before} 个，慢速校验时命中 ${after} 个`,
    };
    return after < before ? confirmed(told) : refuted(told);
  },
});
