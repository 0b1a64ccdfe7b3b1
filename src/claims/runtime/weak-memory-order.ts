import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { memoryOrdering } from '../../evidence/runtime/memory-ordering.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { documentedTso, litmusTable, reorderedIn, roundsOf } from './litmus.ts';

export const weakMemoryOrder = claim({
  id: 'weak-memory-order',
  subject: 'runtime',
  answers: ['W2.49'],
  statement: {
    en: 'Native arm64 code on this machine runs under a weak memory model.',
    zh: '本机原生 arm64 代码运行在弱内存模型之下。',
  },
  method: {
    en: 'Runs message passing with plain loads and stores, written in assembly, on two processors: a new flag seen with old data is impossible under total store order. The part numbers are looked up among those that document total store order.',
    zh: '以汇编书写的普通读写在两个处理器上运行消息传递测试：看到新标志却读到旧数据，在全存储定序下不可能发生。并在声明采用全存储定序的部件号中查找。',
  },
  wouldChange: {
    en: 'A processor whose maker documents total store order; an outcome out of order confirms it.',
    zh: '厂商声明采用全存储定序的处理器；出现乱序结果则可证实。',
  },
  needs: { ordering: memoryOrdering, topology: wish(cpuTopology) },

  judge({ ordering, topology }) {
    if (ordering.goarch !== 'arm64')
      return notApplicable({ en: `The machine is ${ordering.goarch}`, zh: `本机为 ${ordering.goarch}` });
    const figures = [litmusTable(ordering)];
    const seen = reorderedIn(ordering, 'message passing', 'plain');
    const rounds = roundsOf(ordering, 'message passing', 'plain');
    if (seen > 0) {
      return confirmed(
        {
          en: `Message passing came out of order in ${seen} of ${rounds} rounds, which total store order forbids`,
          zh: `消息传递在 ${rounds} 轮中有 ${seen} 轮乱序，而全存储定序禁止这种结果`,
        },
        { figures },
      );
    }
    const strong = documentedTso(topology);
    if (strong !== undefined) {
      return refuted(
        {
          en: `${strong} documents total store order, and none of ${rounds} rounds came out of order`,
          zh: `${strong} 声明采用全存储定序，且 ${rounds} 轮均未乱序`,
        },
        { figures },
      );
    }
    return inconclusive(
      {
        en: `None of ${rounds} rounds of message passing came out of order, which proves nothing about what is allowed`,
        zh: `${rounds} 轮消息传递均未乱序，但这不能说明何种次序被允许`,
      },
      { figures },
    );
  },
});
