/**
 * A special implementation would be other source files; the go command says which it selects.
 *
 * @module
 */

import { metricsSources } from '../../evidence/runtime/metrics-sources.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const TARGET = 'darwin/arm64';

export const darwinMetricsImplementation = claim({
  id: 'darwin-metrics-implementation',
  subject: 'runtime',
  answers: ['W2.18'],
  statement: {
    en: 'Building for darwin/arm64 selects a special implementation of runtime/metrics.',
    zh: '为 darwin/arm64 构建会选用 runtime/metrics 的特化实现。',
  },
  method: {
    en: 'Asks the go command which files of runtime/metrics, and which metrics files of package runtime, it compiles for darwin/arm64, linux/arm64 and linux/amd64.',
    zh: '询问 go 命令：在 darwin/arm64、linux/arm64 与 linux/amd64 下，runtime/metrics 以及 runtime 包中的指标文件各编译哪些。',
  },
  wouldChange: {
    en: 'A file in the list for darwin/arm64 that is in no other list, or the reverse.',
    zh: '某文件只出现在 darwin/arm64 的列表中，或只缺席于该列表。',
  },
  needs: { sources: metricsSources },

  judge({ sources: { targets } }) {
    const files = new Map(
      targets.map(({ target, metricsPackage, runtimePackage }) => [
        target,
        [...metricsPackage, ...runtimePackage],
      ]),
    );
    const ours = files.get(TARGET);
    const others = targets.filter(({ target }) => target !== TARGET);
    if (!ours || ours.length === 0 || others.length === 0) {
      return inconclusive({
        en: 'There is nothing to compare darwin/arm64 with',
        zh: '没有可与 darwin/arm64 比较的目标',
      });
    }
    const differing = others.filter(({ target }) => files.get(target)?.join() !== ours.join());
    const figures = [
      table(
        { en: 'Source files of the metrics by target', zh: '各目标的指标源文件' },
        [{ en: 'target', zh: '目标' }, 'runtime/metrics', 'runtime'],
        targets.map(({ target, metricsPackage, runtimePackage }) => [
          target,
          metricsPackage.join(' '),
          runtimePackage.join(' '),
        ]),
      ),
    ];
    const names = others.map(({ target }) => target);
    return differing.length > 0
      ? confirmed(
          {
            en: `${TARGET} compiles other files than ${differing.map(({ target }) => target).join(' and ')}`,
            zh: `${TARGET} 所编译的文件与 ${differing.map(({ target }) => target).join('、')} 不同`,
          },
          { figures },
        )
      : refuted(
          {
            en: `The same ${ours.length} files are compiled for ${TARGET}, ${names.join(' and ')}`,
            zh: `${TARGET} 与 ${names.join('、')} 编译的是同样的 ${ours.length} 个文件`,
          },
          { figures },
        );
  },
});
