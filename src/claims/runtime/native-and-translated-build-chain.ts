/**
 * Whether the machine can do both at all: a translated toolchain that crashes is a result of its own,
 * and equal bytes are the proof that both did the same work.
 *
 * @module
 */

import { translatedToolchain } from '../../evidence/runtime/translated-toolchain.ts';
import { faultOf } from '../../laboratory/validity.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { translatorNote } from './ratio-verdict.ts';

export const nativeAndTranslatedBuildChain = claim({
  id: 'native-and-translated-build-chain',
  subject: 'runtime',
  answers: ['W2.66'],
  statement: {
    en: 'One machine runs the same build chain natively and translated, and both come to the same program.',
    zh: '同一台机器可分别以原生与转译方式执行同一构建链，并得到相同的程序。',
  },
  method: {
    en: 'Runs go build -a by a native and by a translated toolchain of the same release for the same target, and compares the digests of what they built. A translated arm that crashes is a result.',
    zh: '以同一发布版的原生与转译工具链面向同一目标执行 go build -a，比较两者产物的摘要。转译一侧若崩溃，也是一种结果。',
  },
  wouldChange: {
    en: 'A translated build that fails, or that builds another program.',
    zh: '转译构建失败，或产出不同的程序。',
  },
  needs: { builds: translatedToolchain },

  judge({ builds }) {
    const { observations, products } = builds;
    const runs = observations.runs.filter(({ round }) => round >= 0);
    const well = (arm: number): number => runs.filter((run) => run.arm === arm && !faultOf(run, 0)).length;
    const [native, translated] = [well(0), well(1)];
    const warnings = translatorNote(builds);
    if (native === 0)
      return inconclusive(
        { en: 'The native build does not succeed here either', zh: '原生构建在此同样不成功' },
        { warnings },
      );
    const failed = runs.find((run) => run.arm === 1 && faultOf(run, 0) === 'failed');
    if (translated === 0 && failed) {
      const words = failed.stderr?.trim().split('\n').at(-1) ?? failed.error ?? '';
      return refuted(
        {
          en: `The translated toolchain fails in each of ${runs.filter(({ arm }) => arm === 1).length} runs (${failed.signal ?? `exit ${failed.exit}`}): "${words}"`,
          zh: `转译工具链在全部 ${runs.filter(({ arm }) => arm === 1).length} 次运行中失败（${failed.signal ?? `退出状态 ${failed.exit}`}）：“${words}”`,
        },
        { warnings },
      );
    }
    if (products.native === undefined || products.native !== products.translated) {
      return refuted(
        {
          en: 'The two toolchains build different programs from the same source',
          zh: '两套工具链由同一源代码构建出不同的程序',
        },
        { warnings },
      );
    }
    return confirmed(
      {
        en: `${native} native and ${translated} translated builds ended well, and both come to the same bytes (SHA-256 ${products.native.slice(0, 12)}…)`,
        zh: `原生 ${native} 次、转译 ${translated} 次构建均成功，且产物逐字节相同（SHA-256 ${products.native.slice(0, 12)}…）`,
      },
      { warnings },
    );
  },
});
