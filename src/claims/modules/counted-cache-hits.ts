/**
 * The tool counts the hits and misses of a first build and of the builds after it as they are by hand.
 *
 * @module
 */

import { meteredBuilds } from '../../evidence/modules/metered-builds.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const countedCacheHits = claim({
  id: 'counted-cache-hits',
  subject: 'modules',
  answers: ['W4.51'],
  statement: {
    en: 'The tool counts which packages of a first build, and of builds after it, the cache had and had not.',
    zh: '工具能数出首次构建及其后各次构建中，缓存命中与未命中的包。',
  },
  method: {
    en: 'A module of four packages is built six times with a build cache of ours that writes down what it is asked; what each build must compile follows from who imports whom, and is written down before. The names of what was missed are compared, and the number with what the go command says that it compiled.',
    zh: '用会记录请求的构建缓存将一个含四个包的模块构建六次；每次须编译什么由导入关系决定，事先写定。比较未命中者的名称，并将数目与 go 命令自述的编译数比对。',
  },
  wouldChange: {
    en: 'A build after which the names or the numbers are others.',
    zh: '某次构建后名称或数目不符。',
  },
  needs: { builds: meteredBuilds },

  judge({ builds: { arms } }) {
    if (arms.length === 0) return inconclusive({ en: 'nothing was built', zh: '未构建任何内容' });
    const wrong = arms.filter(
      ({ expected, missed, hits, packages, compiled }) =>
        missed.join(' ') !== expected.join(' ') ||
        compiled !== expected.length ||
        hits !== packages - expected.length,
    );
    const [gets, all] = [sum(arms.map((arm) => arm.gets)), sum(arms.map(({ packages }) => packages))];
    const told = arms.map(({ arm, hits, packages }) => `${arm} ${hits}/${packages}`).join(', ');
    return wrong.length === 0
      ? confirmed({
          en: `in all ${arms.length} builds the missed packages are those known by hand (found: ${told}); ${all} packages were asked for with ${gets} raw requests`,
          zh: `${arms.length} 次构建中未命中的包均与人手推知者一致（命中：${told}）；共 ${all} 个包，原始请求 ${gets} 个`,
        })
      : refuted({
          en: `in ${wrong.length} of ${arms.length} builds it counts otherwise: ${wrong.map(({ arm, expected, missed, compiled }) => `${arm}: ${missed.length} missed, ${compiled} compiled, ${expected.length} known by hand`).join('; ')}`,
          zh: `${arms.length} 次构建中有 ${wrong.length} 次计数不符：${wrong.map(({ arm, expected, missed, compiled }) => `${arm}：未命中 ${missed.length}，编译 ${compiled}，应为 ${expected.length}`).join('；')}`,
        });
  },
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
