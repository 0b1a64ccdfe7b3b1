import { memoryOrdering } from '../../evidence/runtime/memory-ordering.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { litmusTable } from './litmus.ts';

/** The ledger's own number. */
const ENOUGH_ROUNDS = 100_000;

export const orderedAtomics = claim({
  id: 'ordered-atomics',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'Operations of sync/atomic are seen in one order by all processors of this machine.',
    zh: 'sync/atomic 的操作在本机所有处理器上呈现同一次序。',
  },
  method: {
    en: 'Runs message passing and store buffering with sync/atomic on two processors, natively; the Go memory model makes atomic operations sequentially consistent, so neither may come out of order.',
    zh: '在两个处理器上原生运行使用 sync/atomic 的消息传递与存储缓冲测试；Go 内存模型规定原子操作顺序一致，两者都不得乱序。',
  },
  wouldChange: {
    en: 'One round with sync/atomic that comes out of order.',
    zh: '一轮使用 sync/atomic 却乱序的结果。',
  },
  needs: { ordering: memoryOrdering },

  judge({ ordering }) {
    const atomic = ordering.outcomes.filter(({ access }) => access === 'atomic');
    const wrong = atomic.find(({ reordered }) => reordered > 0);
    const fewest = Math.min(...atomic.map(({ rounds }) => rounds));
    const figures = [litmusTable(ordering)];
    if (wrong) {
      return refuted(
        {
          en: `With sync/atomic ${wrong.test} came out of order in ${wrong.reordered} of ${wrong.rounds} rounds`,
          zh: `使用 sync/atomic 时，${wrong.test} 在 ${wrong.rounds} 轮中有 ${wrong.reordered} 轮乱序`,
        },
        { figures },
      );
    }
    if (!(fewest >= ENOUGH_ROUNDS)) {
      return inconclusive(
        {
          en: `Only ${Number.isFinite(fewest) ? fewest : 0} rounds were run in the time there was`,
          zh: `限定时间内仅运行了 ${Number.isFinite(fewest) ? fewest : 0} 轮`,
        },
        { figures },
      );
    }
    return confirmed(
      {
        en: `None of at least ${fewest} rounds of either test came out of order`,
        zh: `两项测试各至少 ${fewest} 轮，均未乱序`,
      },
      { figures },
    );
  },
});
