/**
 * The first three boxes of the paper's diagram; the fourth, SVE2, is a claim of its own. The first
 * is read as what the section speaks of, Apple silicon: Linux had its arm64 port years before.
 *
 * @module
 */

import { codeGeneration } from '../../evidence/toolchain/code-generation.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { portOrigins } from '../../evidence/toolchain/port-origins.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { loopCounts } from './compiled-code.ts';
import { originOf, originsFigure } from './origin-of-port.ts';

interface Box {
  readonly words: string;
  /** Undefined if nobody could look. */
  readonly holds: boolean | undefined;
  readonly found: Text;
}

const VECTORISING_MINOR = 21;

export const milestoneDiagram = claim({
  id: 'milestone-diagram',
  subject: 'toolchain',
  answers: ['W2.15'],
  statement: {
    en: 'Go’s arm64 line runs from 1.16 ABI stubs over AES intrinsics in 1.18 to vectorisation through an SSSE3-like IR in 1.21.',
    zh: 'Go 的 arm64 演进依次为 1.16 ABI 桩、1.18 AES 内建、1.21 基于类 SSSE3 IR 的自动向量化。',
  },
  method: {
    en: 'Holds the first two boxes against the shipped table of origins, and the third against simple loops compiled for arm64 by the Go under test, if it is 1.21 or later.',
    zh: '前两框与随附的起始版本表对照；第三框以被测 Go（须为 1.21 或更高）为 arm64 编译的简单循环检验。',
  },
  wouldChange: {
    en: 'All three boxes right: arm64 from 1.16, its AES from 1.18, and a vectorised loop.',
    zh: '三框皆真：arm64 始于 1.16、其 AES 始于 1.18，且有循环被向量化。',
  },
  needs: { origins: portOrigins, code: codeGeneration, go: goUnderTest },

  judge({ origins, code, go }) {
    const counts = loopCounts(code, 'darwin') ?? [];
    const vectorised = counts.filter(({ vector }) => vector > 0).length;
    const minor = parseGoRelease(go.version)?.minor ?? 0;
    const canTell = minor >= VECTORISING_MINOR && counts.length > 0;
    const boxes: readonly Box[] = [
      beganIn('Go 1.16: arm64 ABI stubs', originOf(origins, 'darwin/arm64'), 16),
      beganIn('Go 1.18: AES crypto intrinsics', originOf(origins, 'crypto/aes (arm64)'), 18),
      {
        words: 'Go 1.21: Auto-vectorization via SSSE3-like IR',
        holds: canTell ? vectorised > 0 : undefined,
        found: canTell
          ? {
              en: `${go.version} vectorises ${vectorised} of ${counts.length} loops`,
              zh: `${go.version} 向量化了 ${counts.length} 个循环中的 ${vectorised} 个`,
            }
          : {
              en: `${go.version} says nothing about 1.21`,
              zh: `${go.version} 无法说明 1.21 的情形`,
            },
      },
    ];
    const figures = [
      table(
        { en: 'The three boxes', zh: '三个方框' },
        [
          { en: 'box', zh: '方框' },
          { en: 'found', zh: '实况' },
          { en: 'holds', zh: '是否属实' },
        ],
        boxes.map(({ words, found, holds }) => [
          words,
          found,
          holds === undefined
            ? { en: 'unknown', zh: '未知' }
            : holds
              ? { en: 'yes', zh: '是' }
              : { en: 'no', zh: '否' },
        ]),
      ),
      originsFigure(origins, ['darwin/arm64', 'crypto/aes (arm64)']),
    ];
    const wrong = boxes.filter(({ holds }) => holds === false);
    if (wrong.length > 0)
      return refuted(
        {
          en: `${wrong.length} of three boxes ${wrong.length === 1 ? 'is' : 'are'} wrong: ${wrong.map(({ found }) => found.en).join('; ')}`,
          zh: `三框中有 ${wrong.length} 框不实：${wrong.map(({ found }) => found.zh).join('；')}`,
        },
        { figures },
      );
    const unknown = boxes.find(({ holds }) => holds === undefined);
    if (unknown) return inconclusive(unknown.found, { figures });
    return confirmed(
      {
        en: `All three hold: ${boxes.map(({ found }) => found.en).join('; ')}`,
        zh: `三框皆真：${boxes.map(({ found }) => found.zh).join('；')}`,
      },
      { figures },
    );
  },
});

function beganIn(words: string, origin: ReturnType<typeof originOf>, minor: number): Box {
  if (!origin) return { words, holds: undefined, found: verbatim('?') };
  return {
    words,
    holds: origin.release.minor === minor,
    found: {
      en: `${origin.port} began with ${origin.version}`,
      zh: `${origin.port} 始于 ${origin.version}`,
    },
  };
}
