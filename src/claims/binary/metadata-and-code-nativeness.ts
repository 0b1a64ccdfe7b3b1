/**
 * Whether anything in a set of known files is called native that is not: the paper's method, which
 * hears two witnesses, would be deceived by most of its forgeries.
 *
 * @module
 */

import { labelledBinaries } from '../../evidence/binary/labelled-binaries.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { answersFigure, answersOf, isFalseNative, type Answer } from './labelled-answers.ts';

/** Both are the ledger's. */
const FEWEST_FILES = 500;
const FEWEST_WITNESSES = 3;

export const metadataAndCodeNativeness = claim({
  id: 'metadata-and-code-nativeness',
  subject: 'binary',
  answers: ['W3.37'],
  statement: {
    en: 'Nativeness is decided from metadata and machine code together.',
    zh: '原生性由元信息与机器码两方面证据共同判定。',
  },
  method: {
    en: 'Makes a set of at least 500 files of the programs built here (honest, header, GOARCH, function table or code forged, truncated, mutated, universal) and counts those that goassay calls native though they are not, or with fewer than three witnesses.',
    zh: '用本机构建的程序制作至少 500 个文件（如实者，以及文件头、GOARCH、函数表或代码遭伪造、截断、变异者与通用二进制），统计被 goassay 误判为原生或见证不足三个者。',
  },
  wouldChange: {
    en: 'One file that is called native and is not.',
    zh: '有一个文件被判为原生而实际不是。',
  },
  needs: { set: labelledBinaries },

  judge({ set }) {
    const answers = answersOf(set);
    const figures = [answersFigure(answers)];
    const wrong = answers.find(isFalseNative);
    if (wrong)
      return refuted(
        {
          en: `“${wrong.file.name}” is called native, but it is ${wrong.file.truth}: ${wrong.inspection.native.because.en}`,
          zh: `“${wrong.file.name}”被判为原生，实际并非如此：${wrong.inspection.native.because.zh}`,
        },
        { figures },
      );
    const native = answers.filter(({ inspection }) => inspection.native.verdict === 'native-arm64');
    const thin = native.find((answer) => fewestWitnesses(answer) < FEWEST_WITNESSES);
    if (thin)
      return refuted(
        {
          en: `“${thin.file.name}” is called native by ${fewestWitnesses(thin)} witnesses with a place in the file, fewer than ${FEWEST_WITNESSES}`,
          zh: `“${thin.file.name}”被判为原生，但在文件中有位置的见证只有 ${fewestWitnesses(thin)} 个，少于 ${FEWEST_WITNESSES} 个`,
        },
        { figures },
      );
    const forged = answers.filter(({ file }) => file.truth === 'forged').length;
    if (answers.length < FEWEST_FILES || forged === 0 || native.length === 0)
      return inconclusive(
        {
          en: `No false “native”, but only ${answers.length} files could be made, ${forged} of them forged`,
          zh: `没有误判为原生者，但只做成 ${answers.length} 个文件，其中伪造 ${forged} 个`,
        },
        { figures },
      );
    return confirmed(
      {
        en: `None of ${answers.length} files is falsely called native, ${forged} forged ones included; each of the ${native.length} native answers rests on ${FEWEST_WITNESSES} witnesses or more`,
        zh: `${answers.length} 个文件（含伪造 ${forged} 个）中无一被误判为原生；${native.length} 个“原生”回答均有至少 ${FEWEST_WITNESSES} 个见证`,
      },
      { figures },
    );
  },
});

/** Of the slice with the fewest: witnesses that speak for arm64 and have a place in the file. */
function fewestWitnesses({ inspection }: Answer): number {
  return Math.min(
    ...inspection.slices.map(
      ({ native }) =>
        native.witnesses.filter(({ speaksFor, offset }) => speaksFor === 'arm64' && offset !== undefined)
          .length,
    ),
  );
}
