import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { system } from '../../evidence/machine/system.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';
import { isAppleSilicon } from '../../evidence/machine/apple-silicon.ts';

export const singleMemoryNode = claim({
  id: 'single-memory-node',
  subject: 'runtime',
  answers: ['W2.48'],
  statement: {
    en: 'Apple silicon has one unified memory for all cores.',
    zh: 'Apple Silicon 的所有核心共用一个统一内存。',
  },
  method: {
    en: 'Counts memory nodes and packages of the machine; macOS has no notion of several nodes, Linux lists them under /sys/devices/system/node.',
    zh: '统计本机的内存节点与封装数；macOS 没有多节点的概念，Linux 在 /sys/devices/system/node 列出。',
  },
  wouldChange: { en: 'A second memory node.', zh: '出现第二个内存节点。' },
  needs: { machine: system, topology: cpuTopology },

  judge({ machine, topology }) {
    if (!isAppleSilicon(machine, topology))
      return notApplicable({ en: 'This is no Apple silicon', zh: '本机不是 Apple Silicon' });
    const { nodes, packages } = topology;
    const told = {
      en: `${Math.max(1, nodes.length)} memory node and ${packages} package for ${topology.online} CPUs`,
      zh: `${topology.online} 个 CPU 对应 ${Math.max(1, nodes.length)} 个内存节点、${packages} 个封装`,
    };
    return nodes.length > 1 ? refuted(told) : confirmed(told);
  },
});
