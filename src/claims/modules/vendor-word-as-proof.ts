/**
 * Grepping the output for “vendor” tells whether vendor/ took part in the build.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { table } from '../../model/figure.ts';

export const vendorWordAsProof = claim({
  id: 'vendor-word-as-proof',
  subject: 'modules',
  answers: ['W4.55'],
  statement: {
    en: 'Grepping the output for \u201cvendor\u201d tells whether vendor/ took part in the build.',
    zh: '在输出中 grep vendor 可判断 vendor/ 是否参与构建。',
  },
  method: {
    en: 'A vendored module built from an empty and from a filled cache, and an unvendored module in a directory named vendor-test; lines with the word are counted.',
    zh: '分别以空与已填充的缓存构建 vendored 模块，并在名为 vendor-test 的目录构建未 vendor 的模块，统计含该词的行。',
  },
  wouldChange: { en: 'The word exactly when vendoring is used.', zh: '仅在使用 vendor 时出现该词。' },
  needs: { builds: vendoredBuilds },

  judge({ builds: { vendorWords } }) {
    if (vendorWords.length === 0) return inconclusive({ en: 'nothing could be built', zh: '未能构建' });
    const figures = [
      table(
        { en: 'lines with “vendor”', zh: '含 vendor 的行' },
        [
          { en: 'vendored', zh: '使用 vendor' },
          { en: 'build cache', zh: '构建缓存' },
          { en: 'directory', zh: '目录' },
          { en: 'lines', zh: '行数' },
        ],
        vendorWords.map(({ vendored, cache, directory, lines }) => [
          vendored ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' },
          cache === 'empty' ? { en: 'empty', zh: '空' } : { en: 'filled', zh: '已填充' },
          directory,
          lines,
        ]),
      ),
    ];
    const missed = vendorWords.filter(({ vendored, lines }) => vendored && lines === 0).length;
    const mistaken = vendorWords.filter(({ vendored, lines }) => !vendored && lines > 0).length;
    return missed + mistaken === 0
      ? confirmed(
          { en: 'the word appears exactly when vendor/ is used', zh: '该词仅在使用 vendor/ 时出现' },
          { figures },
        )
      : refuted(
          {
            en: `${missed} of the vendored builds print no such line, and ${mistaken} of the others do`,
            zh: `使用 vendor 的构建中有 ${missed} 次没有该词，其余中有 ${mistaken} 次出现`,
          },
          { figures },
        );
  },
});
