import { printedGosched } from '../../evidence/runtime/printed-gosched.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const printedGoschedBenchmark = claim({
  id: 'printed-gosched-benchmark',
  subject: 'runtime',
  answers: ['W2.59'],
  statement: {
    en: 'The printed function compiles, runs and prints the time of one million Gosched calls.',
    zh: '所印函数可以编译、运行，并打印一百万次 Gosched 调用的耗时。',
  },
  method: {
    en: 'Completes the function with package, imports and main, changes nothing else, and runs it.',
    zh: '为该函数补上 package、import 与 main，其余不动，然后运行。',
  },
  wouldChange: { en: 'A compiler error, or no duration printed.', zh: '编译报错，或未打印耗时。' },
  needs: { printed: printedGosched },

  judge({ printed: { benchmark } }) {
    const { exit, stdout, stderr } = benchmark;
    const line = /^1M Gosched: [\d.]+(?:ns|µs|ms|s)$/m.exec(stdout)?.[0];
    if (exit !== 0 || line === undefined) {
      const words = (stderr || stdout).split('\n').find((one) => one.trim() !== '') ?? '';
      return refuted({
        en: `It exits ${exit ?? 'by a signal'}: "${words}"`,
        zh: `退出状态 ${exit ?? '（被信号终止）'}：“${words}”`,
      });
    }
    return confirmed(
      { en: `It prints "${line}"`, zh: `它打印“${line}”` },
      {
        warnings: [
          {
            en: 'With a single goroutine it measures the scheduler picking the same goroutine again, not a switch to another',
            zh: '只有一个 goroutine 时，它测的是调度器再次选中同一个 goroutine，而非切换到另一个',
          },
        ],
      },
    );
  },
});
