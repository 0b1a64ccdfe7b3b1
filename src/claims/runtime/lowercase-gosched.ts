import { printedGosched } from '../../evidence/runtime/printed-gosched.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const lowercaseGosched = claim({
  id: 'lowercase-gosched',
  subject: 'runtime',
  answers: ['W2.56'],
  statement: {
    en: 'The runtime package exports a function gosched.',
    zh: 'runtime 包导出了名为 gosched 的函数。',
  },
  method: {
    en: 'Compiles a program that calls runtime.gosched(), and as a control the same program with runtime.Gosched().',
    zh: '编译一个调用 runtime.gosched() 的程序，并以调用 runtime.Gosched() 的同一程序作对照。',
  },
  wouldChange: { en: 'A Go that compiles it.', zh: '某个 Go 能够编译它。' },
  needs: { printed: printedGosched },

  judge({ printed: { lowercase, exported } }) {
    if (exported.exit !== 0) {
      return inconclusive({
        en: 'Not even the control with runtime.Gosched() compiles here',
        zh: '连使用 runtime.Gosched() 的对照程序也无法在此编译',
      });
    }
    if (lowercase.exit === 0)
      return confirmed({ en: 'The program compiles and runs', zh: '程序可以编译并运行' });
    const words = lowercase.stderr.split('\n').find((line) => line.includes('gosched')) ?? '';
    return refuted({
      en: `The compiler says "${words.trim()}"; runtime.Gosched compiles`,
      zh: `编译器提示“${words.trim()}”；runtime.Gosched 可以编译`,
    });
  },
});
