/**
 * A contended mutex whose waiters sit on one cluster of processors, and on two: the rest is the same, so a
 * longer tail is what the way between clusters costs.
 *
 * @module
 */

import { mutexAcrossClusters } from '../../evidence/runtime/mutex-across-clusters.ts';
import { compare, valueOf } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { inconclusive } from '../../model/verdict.ts';
import { distributions, doubtsOf, ratioVerdict } from './ratio-verdict.ts';

export const crossClusterMutexTail = claim({
  id: 'cross-cluster-mutex-tail',
  subject: 'runtime',
  answers: ['W2.65'],
  statement: {
    en: 'Cache lines that migrate between clusters raise the tail latency of contended mutexes.',
    zh: '缓存行跨簇迁移使争用互斥锁的尾部延迟升高。',
  },
  method: {
    en: 'Runs eight goroutines over one mutex on processors of one cluster and on as many of two, in 30 rounds whose order is dealt by chance, and compares the p99 of waiting for the lock. Under Linux only: macOS has no way of confining one.',
    zh: '令 8 个 goroutine 争用一把互斥锁，分别限定于同一簇的处理器与分属两簇的同样多处理器，共 30 轮，次序随机，比较等待锁的 p99。仅限 Linux：macOS 不能限定进程。',
  },
  wouldChange: {
    en: 'A ratio of the p99 across clusters to that within one whose interval lies below 1.',
    zh: '跨簇 p99 与簇内 p99 之比的区间整体低于 1。',
  },
  needs: { mutex: mutexAcrossClusters },

  judge({ mutex: { observations, within, across, shared, areAlike } }) {
    const misplaced = observations.runs.find(
      (run) => (valueOf(run, 'MutexContended processors') ?? within.length) !== within.length,
    );
    if (misplaced) {
      return inconclusive({
        en: `A run had ${valueOf(misplaced, 'MutexContended processors')} processors instead of ${within.length}: it was not confined`,
        zh: `某次运行使用了 ${valueOf(misplaced, 'MutexContended processors')} 个处理器而非 ${within.length} 个：未被限定`,
      });
    }
    const comparison = compare(observations);
    return ratioVerdict(
      [comparison],
      {
        subject: {
          en: `On processors ${across.join(', ')}, of two clusters by ${shared}, the p99 takes`,
          zh: `在分属两簇（按 ${shared} 划分）的处理器 ${across.join('、')} 上，p99 为`,
        },
        comparison: {
          en: `as long as on ${within.join(', ')}, of one`,
          zh: `同簇处理器 ${within.join('、')} 上`,
        },
        paper: 'only that it rises',
        unit: 'ns',
        divisor: 1e-9,
      },
      {
        figures: [
          distributions({ en: 'p99 of waiting for the lock', zh: '等待锁的 p99' }, comparison, 'ns', 1e-9),
        ],
        warnings: [
          ...(areAlike !== false
            ? []
            : [
                {
                  en: 'The two clusters have processors of different kinds, so one may be slower by itself',
                  zh: '两簇的处理器种类不同，其中一簇可能本身较慢',
                },
              ]),
          ...doubtsOf(observations),
        ],
      },
    );
  },
});
