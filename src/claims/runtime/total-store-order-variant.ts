import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { memoryOrdering } from '../../evidence/runtime/memory-ordering.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { documentedTso, litmusTable, reorderedIn, roundsOf } from './litmus.ts';

export const totalStoreOrderVariant = claim({
  id: 'total-store-order-variant',
  subject: 'runtime',
  answers: ['W2.50'],
  statement: {
    en: 'The memory model that native Go code sees on this arm64 machine is a variant of total store order.',
    zh: '原生 Go 代码在本 arm64 机器上所见的内存模型是全存储定序（TSO）的变体。',
  },
  method: {
    en: 'Takes the outcomes of the litmus tests: one that total store order forbids refutes it. It is confirmed only for processors whose maker documents that order for native code.',
    zh: '取石蕊测试的结果：出现一次全存储定序所禁止的结果即证伪；仅当厂商声明原生代码采用该次序时才证实。',
  },
  wouldChange: {
    en: 'One round of message passing that comes out of order.',
    zh: '一轮乱序的消息传递。',
  },
  needs: { ordering: memoryOrdering, topology: wish(cpuTopology) },

  judge({ ordering, topology }) {
    if (ordering.goarch !== 'arm64')
      return notApplicable({ en: `The machine is ${ordering.goarch}`, zh: `本机为 ${ordering.goarch}` });
    const figures = [litmusTable(ordering)];
    const seen = reorderedIn(ordering, 'message passing', 'plain');
    const rounds = roundsOf(ordering, 'message passing', 'plain');
    if (seen > 0) {
      return refuted(
        {
          en: `In ${seen} of ${rounds} rounds a new flag was seen with old data, which total store order forbids`,
          zh: `${rounds} 轮中有 ${seen} 轮看到新标志却读到旧数据，全存储定序禁止这种结果`,
        },
        { figures },
      );
    }
    const strong = documentedTso(topology);
    if (strong !== undefined)
      return confirmed(
        { en: `${strong} documents total store order`, zh: `${strong} 声明采用全存储定序` },
        { figures },
      );
    return inconclusive(
      {
        en: `None of ${rounds} rounds showed what total store order forbids, and no document says that this processor keeps to it`,
        zh: `${rounds} 轮均未出现全存储定序所禁止的结果，但也无文档声明该处理器遵守它`,
      },
      { figures },
    );
  },
});
