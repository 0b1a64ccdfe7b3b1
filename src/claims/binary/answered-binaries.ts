/**
 * The paper's diagram has two ends: native, or a disguise or defect that is named. Between them lie
 * honest programs for other machines and files that cannot be decided, and these must be called so.
 *
 * @module
 */

import { labelledBinaries } from '../../evidence/binary/labelled-binaries.ts';
import { claim } from '../../model/claim.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { answersFigure, answersOf, isFalseNative, type Answer } from './labelled-answers.ts';

export const answeredBinaries = claim({
  id: 'answered-binaries',
  subject: 'binary',
  answers: ['W3.51'],
  statement: {
    en: 'The tool ends in one of two answers: native arm64 confirmed, or disguise or toolchain defect named.',
    zh: '工具最终给出二者之一：确认原生 ARM64，或指出架构伪装/工具链缺陷。',
  },
  method: {
    en: 'Inspects the labelled set: an honest arm64 program must be confirmed, a forged one named as misrepresented or unreadable, every answer must name its witnesses, and no file may make the tool fail.',
    zh: '检查已知真伪的文件集：如实的 arm64 程序须得到确认，伪造者须指明为名实不符或不可读，每个回答须列出见证，且任何文件都不得使工具崩溃。',
  },
  wouldChange: {
    en: 'A crash, or an answer that the evidence does not bear.',
    zh: '出现崩溃，或证据不支持的回答。',
  },
  needs: { set: labelledBinaries },

  judge({ set }) {
    const answers = answersOf(set);
    const figures = [answersFigure(answers)];
    const crashed = set.files.find(({ crash }) => crash !== undefined);
    if (crashed)
      return refuted(
        {
          en: `“${crashed.name}” makes the tool fail: ${crashed.crash}`,
          zh: `“${crashed.name}”使工具出错：${crashed.crash}`,
        },
        { figures },
      );
    for (const answer of answers) {
      const fault = faultOf(answer);
      if (fault)
        return refuted(
          {
            en: `“${answer.file.name}” is called ${answer.inspection.native.verdict}, ${fault.en}`,
            zh: `“${answer.file.name}”被判为 ${answer.inspection.native.verdict}，${fault.zh}`,
          },
          { figures },
        );
    }
    const count = (verdict: string): number =>
      answers.filter(({ inspection }) => inspection.native.verdict === verdict).length;
    if (count('native-arm64') === 0 || count('misrepresented') === 0)
      return inconclusive(
        {
          en: `${answers.length} files were answered, but they do not show both ends`,
          zh: `${answers.length} 个文件均有回答，但未能体现两种结论`,
        },
        { figures },
      );
    return confirmed(
      {
        en: `All ${answers.length} files are answered with their witnesses: ${count('native-arm64')} native, ${count('misrepresented')} misrepresented, ${count('not-arm64') + count('mixed')} honest and not (only) arm64, and ${count('unreadable')} that cannot be decided are called unreadable`,
        zh: `${answers.length} 个文件均有回答并列出见证：原生 ${count('native-arm64')} 个，名实不符 ${count('misrepresented')} 个，如实但非（或不全是）arm64 ${count('not-arm64') + count('mixed')} 个，无法判定者 ${count('unreadable')} 个均称为不可读`,
      },
      { figures },
    );
  },
});

/** Why the evidence does not bear the answer, if it does not. */
function faultOf(answer: Answer): Text | undefined {
  const { file, inspection } = answer;
  const { verdict, because } = inspection.native;
  if (isFalseNative(answer)) return { en: 'and it is not', zh: '实际并非如此' };
  if (file.truth === 'native' && verdict !== 'native-arm64')
    return { en: 'and it is an honest arm64 program', zh: '实为如实的 arm64 程序' };
  if (file.truth === 'forged' && verdict !== 'misrepresented' && verdict !== 'unreadable')
    return { en: 'and its disguise is not named', zh: '未指出其伪装' };
  const isSupported =
    verdict === 'unreadable'
      ? because.en !== ''
      : inspection.slices.every(({ native }) =>
          native.witnesses.some(({ speaksFor }) => speaksFor !== 'silent'),
        );
  return isSupported ? undefined : { en: 'and no witness is named', zh: '却未列出见证' };
}
