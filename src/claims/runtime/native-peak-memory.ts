import { translatedMemory } from '../../evidence/runtime/translated-memory.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { doubtsOf, forest, ratioVerdict, translatorNote } from './ratio-verdict.ts';

export const nativePeakMemory = claim({
  id: 'native-peak-memory',
  subject: 'runtime',
  answers: ['W1.06'],
  statement: {
    en: 'A Go program needs more peak memory translated than native.',
    zh: '同一 Go 程序转译运行时的内存峰值高于原生运行。',
  },
  method: {
    en: 'Reads the peak of resident memory of every single process from the kernel (wait4), without and with a working set of 256 MB, in 12 rounds whose order is dealt by chance; both sizes must say the same.',
    zh: '由内核（wait4）读取每个进程自身的常驻内存峰值，分别在无工作集与 256 MB 工作集下各 12 轮，次序随机；两种大小须结论一致。',
  },
  wouldChange: {
    en: 'A size at which the translated program needs less.',
    zh: '某一大小下转译程序所需更少。',
  },
  needs: { memory: translatedMemory },

  judge({ memory }) {
    const { observations } = memory;
    const small = compare(observations, { first: 0, other: 1, measure: 'peak' });
    const large = compare(observations, { first: 2, other: 3, measure: 'peak' });
    return ratioVerdict(
      [small, large],
      {
        subject: { en: 'Translated it needs', zh: '转译时的内存峰值为' },
        comparison: { en: 'as much memory as native', zh: '原生' },
        paper: '-40 %',
        unit: 'MB',
        divisor: 2 ** 20,
      },
      {
        figures: [
          forest({ en: 'Peak of resident memory', zh: '常驻内存峰值' }, [
            { label: { en: 'hello, no working set', zh: '无工作集' }, comparison: small },
            { label: { en: 'working set of 256 MB', zh: '256 MB 工作集' }, comparison: large },
          ]),
        ],
        warnings: [...translatorNote(memory), ...doubtsOf(observations)],
      },
    );
  },
});
