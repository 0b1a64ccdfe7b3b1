/**
 * Whether Go emits any SVE2, looked for in a whole program and not in one loop.
 *
 * @module
 */

import { instructionPlaces } from '../../evidence/binary/instruction-places.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { cpuFeatures } from '../../evidence/machine/cpu-features.ts';
import { codeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { historyFigures } from '../toolchain/release-history.ts';

const SINCE_MINOR = 23;

/** The ledger's: absence from less would prove little. */
const FEWEST_INSTRUCTIONS = 100_000;

export const scalableVectorFallback = claim({
  id: 'scalable-vector-fallback',
  subject: 'binary',
  answers: ['W2.16'],
  statement: {
    en: 'Go 1.23 adds an SVE2 fallback for future Macs.',
    zh: 'Go 1.23 为未来的 Mac 加入 SVE2 回退路径。',
  },
  method: {
    en: 'Decodes every word of the metrics program for linux/arm64, built by a Go from 1.23 on, and counts those of SVE, SVE2 and SME.',
    zh: '译码由 1.23 或更高版本的 Go 构建的 linux/arm64 指标程序的每一个字，统计属于 SVE、SVE2 与 SME 者。',
  },
  wouldChange: { en: 'One SVE2 instruction in the program.', zh: '程序中出现一条 SVE2 指令。' },
  needs: {
    places: of(instructionPlaces, PRODUCTS.metricsLinux),
    go: goUnderTest,
    features: wish(cpuFeatures),
    history: wish(codeGenerationHistory),
  },

  judge({ places, go, features, history }) {
    const scalable = places.groups.filter(({ feature }) => /^(?:sve|sme)/.test(feature));
    const words = scalable.reduce((sum, group) => sum + group.words, 0);
    const second = scalable.find(({ feature }) => feature.startsWith('sve2'));
    const total = places.instructions.toLocaleString('en');
    const has = features?.features.some((name) => /^(?:sve2|FEAT_SVE2)$/.test(name));
    const figures = [
      table(
        { en: 'Scalable instructions of the program', zh: '程序中的可伸缩向量指令' },
        [
          { en: 'what', zh: '项目' },
          { en: 'count', zh: '数量' },
        ],
        [
          [{ en: 'instructions', zh: '指令数' }, places.instructions],
          [{ en: 'of SVE, SVE2 and SME', zh: '其中 SVE、SVE2 与 SME' }, words],
          ...scalable.map((group) => [`${group.feature} ${group.mnemonic}`, group.words]),
          [
            { en: 'SVE2 on this machine', zh: '本机具备 SVE2' },
            has === undefined
              ? { en: 'unknown', zh: '未知' }
              : has
                ? { en: 'yes', zh: '是' }
                : { en: 'no', zh: '否' },
          ],
        ],
      ),
      ...historyFigures(history),
    ];
    if (second)
      return confirmed(
        {
          en: `${go.version} emits ${second.words} × ${second.mnemonic || second.feature}, first in ${second.functions[0]} at 0x${second.address.toString(16)}`,
          zh: `${go.version} 生成了 ${second.words} 条 ${second.mnemonic || second.feature}，首见于 ${second.functions[0]} 的 0x${second.address.toString(16)}`,
        },
        { figures },
      );
    if ((parseGoRelease(go.version)?.minor ?? 0) < SINCE_MINOR)
      return inconclusive(
        {
          en: `${go.version} is older than 1.23, so that its ${total} instructions hold no SVE2 says nothing`,
          zh: `${go.version} 早于 1.23，其 ${total} 条指令中没有 SVE2 不足为凭`,
        },
        { figures, remedy: { en: 'Judge a Go from 1.23 on', zh: '请判定 1.23 或更高版本的 Go' } },
      );
    return places.instructions < FEWEST_INSTRUCTIONS
      ? inconclusive(
          {
            en: `None in ${total} instructions, which are fewer than the ${FEWEST_INSTRUCTIONS.toLocaleString('en')} wanted`,
            zh: `${total} 条指令中没有，但少于所需的 ${FEWEST_INSTRUCTIONS.toLocaleString('en')} 条`,
          },
          { figures },
        )
      : refuted(
          {
            en: `None of the ${total} instructions that ${go.version} makes of the metrics program is SVE2, and ${words} are SVE or SME`,
            zh: `${go.version} 为指标程序生成的 ${total} 条指令中没有 SVE2，SVE 或 SME 指令为 ${words} 条`,
          },
          { figures },
        );
  },
});
