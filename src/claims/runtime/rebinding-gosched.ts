import { schedulerSources } from '../../evidence/runtime/scheduler-sources.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { sourceFigure } from './source-figure.ts';

export const rebindingGosched = claim({
  id: 'rebinding-gosched',
  subject: 'runtime',
  answers: ['W2.60'],
  statement: {
    en: 'runtime.Gosched rebinds the thread (M) to a processor (P).',
    zh: 'runtime.Gosched 会触发线程（M）与处理器（P）的重新绑定。',
  },
  method: {
    en: 'Reads goschedImpl in GOROOT: whether it gives up its P (releasep, handoffp) or puts the goroutine into a queue and goes on scheduling.',
    zh: '在 GOROOT 中读取 goschedImpl：看它是交出所持的 P（releasep、handoffp），还是把 goroutine 放入队列后继续调度。',
  },
  wouldChange: {
    en: 'A goschedImpl that gives up its P.',
    zh: 'goschedImpl 交出了它的 P。',
  },
  needs: { sources: schedulerSources },

  judge({ sources: { goschedImpl } }) {
    const has = (pattern: RegExp): boolean =>
      goschedImpl.some(({ text }) => pattern.test(text.replace(/\/\/.*/, '')));
    const figures = [sourceFigure(goschedImpl)];
    if (has(/\b(releasep|handoffp|acquirep|stopm)\(/))
      return confirmed({ en: 'goschedImpl gives up its P', zh: 'goschedImpl 交出了它的 P' }, { figures });
    if (has(/\bglobrunqput\(/) && has(/\bschedule\(\)/)) {
      return refuted(
        {
          en: 'goschedImpl puts the goroutine into the global queue and calls schedule(): the M keeps its P',
          zh: 'goschedImpl 将 goroutine 放入全局队列并调用 schedule()：M 仍持有原来的 P',
        },
        { figures },
      );
    }
    return inconclusive(
      { en: 'goschedImpl is written in a way that is not known here', zh: 'goschedImpl 的写法在此未知' },
      { figures },
    );
  },
});
