import { schedulerProfile } from '../../evidence/runtime/scheduler-profile.ts';
import { schedulerSources } from '../../evidence/runtime/scheduler-sources.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { sourceFigure } from './source-figure.ts';

/** The ledger's own threshold. */
const BOTTLENECK = 0.01;

/** At start-up, and when the world starts again after it was stopped. */
const EXPECTED = ['schedinit', 'startTheWorldWithSema'];

export const procresizeBottleneck = claim({
  id: 'procresize-bottleneck',
  subject: 'runtime',
  answers: ['W2.63'],
  statement: {
    en: 'When Ps are preempted under load the walk over allp in procresize becomes the bottleneck.',
    zh: '高并发下 P 被抢占时，procresize 中对 allp 的遍历成为瓶颈。',
  },
  method: {
    en: 'Finds the callers of procresize in GOROOT and its share of the CPU profile of the scheduler specimen: sixteen goroutines that yield, hand-offs and a contended mutex.',
    zh: '在 GOROOT 中找出 procresize 的调用者，并测量其在调度样本 CPU 剖析中的占比：十六个让出的 goroutine、通道交接与受争用的互斥锁。',
  },
  wouldChange: {
    en: 'A share of at least 1 %, or a caller on the way of preemption.',
    zh: '占比达到 1 % 以上，或抢占路径上存在调用者。',
  },
  needs: { sources: schedulerSources, profile: schedulerProfile },

  judge({ sources: { procresizeCallers }, profile }) {
    const own = profile.functions.find(({ name }) => name === 'runtime.procresize');
    const share = profile.totalMs > 0 ? (own?.cumulativeMs ?? 0) / profile.totalMs : 0;
    const callers = procresizeCallers.map(({ within }) => within);
    const percent = (100 * share).toFixed(2);
    const told = {
      en: `procresize has ${percent} % of ${Math.round(profile.totalMs)} ms of CPU time and is called by ${callers.join(' and ')}`,
      zh: `procresize 占 ${Math.round(profile.totalMs)} ms CPU 时间的 ${percent} %，由 ${callers.join(' 与 ')} 调用`,
    };
    const figures = [sourceFigure(procresizeCallers)];
    if (share >= BOTTLENECK) return confirmed(told, { figures });
    if (profile.totalMs < 500 || callers.length === 0) {
      return inconclusive(
        {
          en: `The profile holds ${Math.round(profile.totalMs)} ms, too few to see 1 %`,
          zh: `剖析仅含 ${Math.round(profile.totalMs)} ms，不足以看出 1 %`,
        },
        { figures },
      );
    }
    return callers.every((name) => EXPECTED.includes(name))
      ? refuted(told, { figures })
      : inconclusive(told, { figures });
  },
});
