import { schedulerSources } from '../../evidence/runtime/scheduler-sources.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { sourceFigure } from './source-figure.ts';

export const acquireReleaseScheduler = claim({
  id: 'acquire-release-scheduler',
  subject: 'runtime',
  answers: ['W2.52'],
  statement: {
    en: 'The scheduler moves goroutines between states with atomic.LoadAcq and atomic.StoreRel.',
    zh: '调度器以 atomic.LoadAcq 与 atomic.StoreRel 实现 goroutine 的状态跃迁。',
  },
  method: {
    en: 'Reads casgstatus, the one function that changes a goroutine’s state, in GOROOT, and lists every LoadAcq and StoreRel of the scheduler.',
    zh: '在 GOROOT 中读取唯一改变 goroutine 状态的函数 casgstatus，并列出调度器中所有 LoadAcq 与 StoreRel。',
  },
  wouldChange: {
    en: 'A casgstatus that stores the new state with StoreRel.',
    zh: 'casgstatus 以 StoreRel 写入新状态。',
  },
  needs: { sources: schedulerSources },

  judge({ sources: { casgstatus, acquireRelease } }) {
    const has = (pattern: RegExp): boolean => casgstatus.some(({ text }) => pattern.test(text));
    const figures = [sourceFigure(acquireRelease)];
    if (casgstatus.length === 0)
      return inconclusive({ en: 'GOROOT has no casgstatus', zh: 'GOROOT 中没有 casgstatus' });
    if (has(/\b(LoadAcq|StoreRel)\b/)) {
      return confirmed(
        { en: 'casgstatus uses LoadAcq or StoreRel', zh: 'casgstatus 使用了 LoadAcq 或 StoreRel' },
        { figures },
      );
    }
    if (!has(/\batomicstatus\.CompareAndSwap\(|\batomic\.Cas\(/)) {
      return inconclusive(
        {
          en: 'casgstatus changes the state in a way that is not known here',
          zh: 'casgstatus 以此处未知的方式改变状态',
        },
        { figures },
      );
    }
    return refuted(
      {
        en: `casgstatus changes the state by compare-and-swap; the ${acquireRelease.length} uses of LoadAcq and StoreRel in proc.go are for the queues of Ps`,
        zh: `casgstatus 以比较并交换改变状态；proc.go 中 ${acquireRelease.length} 处 LoadAcq 与 StoreRel 用于 P 的队列`,
      },
      { figures },
    );
  },
});
