import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { system } from '../../evidence/machine/system.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';
import { isAppleSilicon } from '../../evidence/machine/apple-silicon.ts';

export const coresWithoutMultithreading = claim({
  id: 'cores-without-multithreading',
  subject: 'runtime',
  answers: ['W2.62'],
  statement: {
    en: 'M-series cores have no simultaneous multithreading.',
    zh: 'M 系列核心没有同步多线程（超线程）。',
  },
  method: {
    en: 'Compares logical with physical CPUs, per performance level on macOS and by thread_siblings_list on Linux.',
    zh: '比较逻辑 CPU 与物理 CPU：macOS 按性能级别，Linux 按 thread_siblings_list。',
  },
  wouldChange: {
    en: 'A core with more than one logical CPU.',
    zh: '某个核心拥有多于一个逻辑 CPU。',
  },
  needs: { machine: system, topology: cpuTopology },

  judge({ machine, topology }) {
    if (!isAppleSilicon(machine, topology))
      return notApplicable({ en: 'This is no Apple silicon', zh: '本机不是 Apple Silicon' });
    const threads = topology.groups.map(({ threadsPerCore }) => threadsPerCore);
    const told = {
      en: `Threads per core, by group of like cores: ${threads.join(', ')}`,
      zh: `各组同类核心的每核线程数：${threads.join('、')}`,
    };
    return threads.some((count) => count > 1) ? refuted(told) : confirmed(told);
  },
});
