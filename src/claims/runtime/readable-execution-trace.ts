/**
 * A trace is read if all three readers take it and tell the same of it: two modes of go tool
 * trace, and goassay's own parser.
 *
 * @module
 */

import { executionTrace } from '../../evidence/runtime/execution-trace.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const readableExecutionTrace = claim({
  id: 'readable-execution-trace',
  subject: 'runtime',
  answers: ['W2.25'],
  statement: {
    en: '`go tool trace` reads the execution trace that the program writes.',
    zh: '`go tool trace` 能解析程序写出的执行跟踪文件。',
  },
  method: {
    en: 'A program built by the Go under test writes a trace of some collections; `go tool trace` reads it with -d=parsed and with -pprof=sched, goassay with a parser of its own, and the numbers of stop-the-world ranges are compared.',
    zh: '由被测 Go 构建的程序写出若干次回收的跟踪；`go tool trace` 以 -d=parsed 与 -pprof=sched 读取，goassay 以自己的解析器读取，并比较 stop-the-world 区间数。',
  },
  wouldChange: {
    en: 'A reader that rejects the file, or another number of stop-the-world ranges.',
    zh: '有读取器拒绝该文件，或 stop-the-world 区间数不同。',
  },
  needs: { trace: executionTrace },

  judge({ trace: { sizeBytes, parsed, profile, own, ownTrouble } }) {
    for (const [mode, { exit, stderr }] of [
      ['-d=parsed', parsed],
      ['-pprof=sched', profile],
    ] as const) {
      if (exit !== 0) {
        const words = stderr.trim().split('\n')[0] ?? '';
        return refuted({
          en: `\`go tool trace ${mode}\` exits ${exit ?? 'by a signal'}: ${words}`,
          zh: `\`go tool trace ${mode}\` 以 ${exit ?? '信号'} 结束：${words}`,
        });
      }
    }
    if (!own) {
      return inconclusive({
        en: `Both modes take the file, but goassay does not read its layout: ${ownTrouble ?? ''}`,
        zh: `两种模式均可读取，但 goassay 不支持其格式：${ownTrouble ?? ''}`,
      });
    }
    const said = {
      en: `go tool trace counts ${parsed.stopTheWorld} stop-the-world ranges in ${sizeBytes} bytes, and goassay ${own.stopTheWorld} among ${own.events} events`,
      zh: `在 ${sizeBytes} 字节中，go tool trace 数得 ${parsed.stopTheWorld} 个 stop-the-world 区间，goassay 在 ${own.events} 个事件中数得 ${own.stopTheWorld} 个`,
    };
    return parsed.stopTheWorld === own.stopTheWorld && own.stopTheWorld > 0 ? confirmed(said) : refuted(said);
  },
});
