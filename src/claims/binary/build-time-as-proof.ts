import { toolPaths } from '../../evidence/toolchain/tool-paths.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { bothBuilds, toolFigure } from './tool-files.ts';

/** A comparison can only show what differed between its two arms. */
export const buildTimeAsProof = claim({
  id: 'build-time-as-proof',
  subject: 'binary',
  answers: ['W2.79'],
  statement: {
    en: 'The small difference in build time shows that the Go toolchain is deeply optimised for arm64.',
    zh: '编译耗时差异小，说明 Go 工具链已针对 arm64 深度优化。',
  },
  method: {
    en: 'Reads which architecture the compiler of each arm of the paper’s comparison runs as. If both arms run the same compiler, their build times say nothing about how well it is optimised for arm64.',
    zh: '读取白皮书对比中每一侧编译器的运行架构。若两侧运行同一编译器，构建耗时便无法说明其对 arm64 的优化程度。',
  },
  wouldChange: {
    en: 'A build in which the two arms run compilers of different architectures.',
    zh: '两侧所运行编译器的架构不同。',
  },
  needs: { paths: toolPaths },

  judge({ paths }) {
    const builds = bothBuilds(paths);
    const figures = [toolFigure(paths)];
    if (!builds) {
      return inconclusive(
        { en: 'One of the two builds failed or showed no tools', zh: '两次构建之一失败或未显示工具' },
        { figures },
      );
    }
    const [arm64, amd64] = builds.map(
      ({ tools }) => tools.find(({ name }) => name === 'compile')?.architectures.join('+') ?? '',
    );
    return arm64 === amd64
      ? refuted(
          {
            en: `Both arms run the same ${arm64} compiler, so their times cannot show what it is optimised for`,
            zh: `两侧运行同一 ${arm64} 编译器，其耗时无法说明它针对何种架构优化`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `The arms run compilers of different architectures, ${arm64} and ${amd64}, so their times can be compared`,
            zh: `两侧编译器架构不同，分别为 ${arm64} 与 ${amd64}，其耗时可以比较`,
          },
          { figures },
        );
  },
});
