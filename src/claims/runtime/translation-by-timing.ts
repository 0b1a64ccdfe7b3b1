/**
 * Am I translated? Asked of timings alone, and checked against how the process was started.
 *
 * @module
 */

import { timingShape, type TimingShape } from '../../evidence/runtime/timing-shape.ts';
import { shapeQuotients, shapeVerdict } from '../../laboratory/timing-shape.ts';
import { claim } from '../../model/claim.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { digits } from './ratio-verdict.ts';

export const translationByTiming = claim({
  id: 'translation-by-timing',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'The shape of timings alone tells a translated process of this machine from a native one.',
    zh: '仅凭计时形态即可区分本机上转译与原生的进程。',
  },
  method: {
    en: 'Times AES-GCM, SHA-256, CRC-32 and plain integer work in fresh processes and holds the three quotients against fixed lines; the system is asked nothing. All three must agree.',
    zh: '在新进程中对 AES-GCM、SHA-256、CRC-32 与普通整数运算计时，将三个比值与固定界线比较；不询问系统。三者须一致。',
  },
  wouldChange: {
    en: 'A native process whose shape says translated, or the other way round.',
    zh: '原生进程的形态判为转译，或反之。',
  },
  needs: { shape: timingShape },

  judge({ shape: { runs, means } }) {
    const figures = [quotientTable(runs)];
    const wrong = runs.find((run) => {
      const verdict = shapeVerdict(run.nanoseconds);
      return verdict !== 'mixed' && verdict !== run.arm;
    });
    if (wrong) {
      return refuted(
        {
          en: `A ${wrong.arm} ${wrong.goarch} process has the shape of a ${shapeVerdict(wrong.nanoseconds)} one`,
          zh: `一个${ARMS[wrong.arm]}的 ${wrong.goarch} 进程呈现${ARMS[wrong.arm === 'native' ? 'translated' : 'native']}的形态`,
        },
        { figures },
      );
    }
    const mixed = runs.filter(({ nanoseconds }) => shapeVerdict(nanoseconds) === 'mixed').length;
    if (mixed > 0 || runs.length === 0) {
      return inconclusive(
        {
          en: `${mixed} of ${runs.length} processes have no clear shape: the processor may lack instructions for AES, SHA-256 or CRC-32`,
          zh: `${runs.length} 个进程中有 ${mixed} 个形态不明：处理器可能缺少 AES、SHA-256 或 CRC-32 指令`,
        },
        { figures },
      );
    }
    if (means === undefined) {
      return inconclusive(
        {
          en: `All ${runs.length} native processes have the shape of native ones, and nothing here translates to try the other`,
          zh: `${runs.length} 个原生进程均呈现原生形态，而本机没有转译途径可供对照`,
        },
        { figures },
      );
    }
    const slowest = Math.max(...runs.map(({ wallMs }) => wallMs));
    return confirmed(
      {
        en: `${runs.length} of ${runs.length} processes, half of them under ${means}, are told right; the slowest took ${digits(slowest)} ms`,
        zh: `${runs.length} 个进程（一半经 ${means} 转译）全部判对；最慢的耗时 ${digits(slowest)} ms`,
      },
      { figures },
    );
  },
});

const ARMS = { native: '原生', translated: '转译' } as const;

function quotientTable(runs: TimingShape['runs']): TableFigure {
  return table(
    { en: 'Time by integer work, and the line between', zh: '与整数运算的耗时之比及分界线' },
    [{ en: 'process', zh: '进程' }, 'AES-GCM', 'SHA-256', 'CRC-32', { en: 'shape', zh: '形态' }],
    runs.map(({ arm, goarch, nanoseconds }) => {
      const verdict = shapeVerdict(nanoseconds);
      return [
        { en: `${arm} ${goarch}`, zh: `${ARMS[arm]} ${goarch}` },
        ...shapeQuotients(nanoseconds).map(({ quotient, line }) => `${digits(quotient)} (${line})`),
        { en: verdict, zh: verdict === 'mixed' ? '不明' : ARMS[verdict] },
      ];
    }),
  );
}
