/**
 * The printed go build command shows the whole compilation, whatever the cache holds.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const wholeCompilationInBuildOutput = claim({
  id: 'whole-compilation-in-build-output',
  subject: 'modules',
  answers: ['W4.54'],
  statement: {
    en: 'The printed go build command shows the whole compilation, whatever the cache holds.',
    zh: '无论缓存状态如何，所给 go build 命令都会显示完整编译过程。',
  },
  method: {
    en: 'The command with an empty build cache and again with a filled one; its compile steps are counted.',
    zh: '以空的与已填充的构建缓存各执行一次，统计编译步骤。',
  },
  wouldChange: { en: 'The same compile steps in the second run.', zh: '第二次仍有同样的编译步骤。' },
  needs: { builds: vendoredBuilds },

  judge({ builds: { vendorWords, builds } }) {
    const compiles = ({ stdout, stderr }: (typeof vendorWords)[number]['run']): number =>
      `${stdout}\n${stderr}`.split('\n').filter((line) => /\/compile(\.exe)? /.test(line)).length;
    const [first, second] = ['empty', 'filled'].map((cache) =>
      vendorWords.find((one) => one.vendored && one.cache === cache),
    );
    const steps = builds[0]?.compileSteps ?? 0;
    if (!first || !second || steps === 0)
      return inconclusive({
        en: 'nothing was compiled even from an empty cache',
        zh: '空缓存下也没有编译步骤',
      });
    const again = compiles(second.run);
    return again >= steps
      ? confirmed({
          en: `${steps} compile steps from an empty cache, ${again} from a filled one`,
          zh: `空缓存 ${steps} 个编译步骤，已填充 ${again} 个`,
        })
      : refuted({
          en: `${steps} compile steps from an empty cache, ${again} from a filled one`,
          zh: `空缓存 ${steps} 个编译步骤，已填充 ${again} 个`,
        });
  },
});
