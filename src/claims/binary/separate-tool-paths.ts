import { toolPaths } from '../../evidence/toolchain/tool-paths.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { bothBuilds, differingTools, toolFigure } from './tool-files.ts';

/** Since Go 1.5 one compiler and one linker serve every target. */
export const separateToolPaths = claim({
  id: 'separate-tool-paths',
  subject: 'binary',
  answers: ['W2.73'],
  statement: {
    en: 'Choosing GOARCH selects a separate toolchain path for each target.',
    zh: '选择 GOARCH 会使两个目标走不同的工具链路径。',
  },
  method: {
    en: 'Builds one program with -x for darwin/arm64 and darwin/amd64 and compares the compiler, assembler and linker files that are started.',
    zh: '以 -x 分别为 darwin/arm64 与 darwin/amd64 构建同一程序，比较所启动的编译器、汇编器与链接器文件。',
  },
  wouldChange: {
    en: 'A tool that is another file for the other target.',
    zh: '某工具在两个目标下是不同的文件。',
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
    const differing = differingTools(...builds);
    const names = builds[0].tools.map(({ name }) => name);
    return differing.length > 0
      ? confirmed(
          {
            en: `${differing.join(', ')} differ between the two targets`,
            zh: `两个目标的 ${differing.join('、')} 不同`,
          },
          { figures },
        )
      : refuted(
          {
            en: `Both targets are built by the same ${names.length} files: ${names.join(', ')}`,
            zh: `两个目标由同样的 ${names.length} 个文件构建：${names.join('、')}`,
          },
          { figures },
        );
  },
});
