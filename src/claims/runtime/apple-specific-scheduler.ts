import { schedulerSources } from '../../evidence/runtime/scheduler-sources.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** Files of package runtime that schedule or lock, by what their names begin with. */
const SYNCHRONISING = /^(?:proc|lock|sema|rwmutex|preempt|runtime2|chan|select|netpoll_sched|mutex)/;

export const appleSpecificScheduler = claim({
  id: 'apple-specific-scheduler',
  subject: 'runtime',
  answers: ['W2.51'],
  statement: {
    en: 'The memory model of Apple silicon changes what the Go runtime assumes about synchronisation.',
    zh: 'Apple Silicon 的内存模型改变了 Go 运行时的同步假设。',
  },
  method: {
    en: 'Asks go list which files of package runtime are built for darwin/arm64 and for linux/arm64, and looks among those for darwin alone for one that schedules or locks and names arm64.',
    zh: '由 go list 取得 darwin/arm64 与 linux/arm64 各自构建的 runtime 包文件，在仅属于 darwin 的文件中寻找涉及调度或加锁且指明 arm64 的文件。',
  },
  wouldChange: {
    en: 'A scheduler or lock file that only darwin/arm64 has.',
    zh: '存在仅 darwin/arm64 才有的调度或加锁文件。',
  },
  needs: { sources: schedulerSources },

  judge({ sources: { darwinArm64, linuxArm64 } }) {
    if (!darwinArm64.includes('proc.go') || !linuxArm64.includes('proc.go')) {
      return inconclusive({
        en: 'go list does not name proc.go for both targets',
        zh: 'go list 未对两个目标都列出 proc.go',
      });
    }
    const own = darwinArm64.filter((name) => !linuxArm64.includes(name));
    const special = own.filter((name) => SYNCHRONISING.test(name) && name.includes('arm64'));
    const shared = darwinArm64.filter((name) => SYNCHRONISING.test(name) && linuxArm64.includes(name));
    const first = shared.slice(0, 4);
    return special.length > 0
      ? confirmed({
          en: `Only darwin/arm64 has ${special.join(', ')}`,
          zh: `仅 darwin/arm64 有 ${special.join('、')}`,
        })
      : refuted({
          en: `Of ${own.length} files that only darwin/arm64 has none schedules or locks for arm64; ${shared.length} that do, such as ${first.join(', ')}, are shared with linux/arm64`,
          zh: `darwin/arm64 独有的 ${own.length} 个文件中，没有专为 arm64 调度或加锁的；而 ${first.join('、')} 等 ${shared.length} 个文件与 linux/arm64 共用`,
        });
  },
});
