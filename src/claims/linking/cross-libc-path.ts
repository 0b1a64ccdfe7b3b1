/**
 * Two programs look for libc: the linker on the machine that builds, and the loader on the machine
 * that runs. A path can be right for one of them only.
 *
 * @module
 */

import { arm64Libc, CROSS_DIRECTORY } from '../../evidence/machine/arm64-libc.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';

const LIBC = `${CROSS_DIRECTORY}/libc.so.6`;

export const crossLibcPath = claim({
  id: 'cross-libc-path',
  subject: 'linking',
  answers: ['W2.42'],
  statement: {
    en: 'The path to use for libc is /usr/aarch64-linux-gnu/lib/libc.so.6.',
    zh: 'libc 应使用路径 /usr/aarch64-linux-gnu/lib/libc.so.6。',
  },
  method: {
    en: 'Looks at the file, at what the cross linker takes (`-Wl,--trace`), and at the directories that are written into the loader that the program names.',
    zh: '查看该文件、交叉链接器实际取用的文件（`-Wl,--trace`），以及程序所指定的加载器内置的目录。',
  },
  wouldChange: {
    en: 'A linker and a loader that both use this file.',
    zh: '链接器与加载器均使用此文件。',
  },
  needs: { libc: arm64Libc },

  judge({ libc: { libraries, compiler, linked, loader, programs, crossDirectory } }) {
    if (!compiler || !crossDirectory)
      return notApplicable(
        { en: 'There is no cross toolchain for arm64 here', zh: '本机没有面向 arm64 的交叉工具链' },
        {
          remedy: {
            en: 'On Debian and Ubuntu: apt-get install gcc-aarch64-linux-gnu',
            zh: '在 Debian 与 Ubuntu 上：apt-get install gcc-aarch64-linux-gnu',
          },
        },
      );
    const library = libraries.find(({ path }) => path === LIBC);
    const taken = linked.find((path) => path.endsWith('/libc.so.6'));
    const made = programs.find((program) => program.made)?.made;
    const directories = [...(made?.searchPaths ?? []), ...(loader?.directories ?? [])];
    const isSearched = directories.some((one) => one.replace(/\/$/, '') === CROSS_DIRECTORY);
    const figures = [
      table(
        { en: 'Which libc is used', zh: '所用的 libc' },
        [
          { en: 'who', zh: '使用者' },
          { en: 'uses', zh: '使用' },
        ],
        [
          [
            { en: 'the path of the paper', zh: '文中路径' },
            library ? library.architecture : { en: 'not there', zh: '不存在' },
          ],
          [{ en: 'the linker', zh: '链接器' }, taken ?? '?'],
          [
            { en: `the loader ${made?.interp ?? ''}`, zh: `加载器 ${made?.interp ?? ''}` },
            directories.join(', ') || '?',
          ],
        ],
      ),
    ];
    if (!library) return refuted({ en: `There is no ${LIBC}`, zh: `${LIBC} 不存在` }, { figures });
    if (library.architecture !== 'arm64' || (taken !== undefined && taken !== LIBC))
      return refuted(
        {
          en: `It is ${library.architecture}, and the linker takes ${taken ?? 'nothing'}`,
          zh: `其架构为 ${library.architecture}，而链接器取用 ${taken ?? '（无）'}`,
        },
        { figures },
      );
    if (taken === undefined || directories.length === 0)
      return inconclusive(
        {
          en: 'The file is there and arm64, but what the linker or the loader uses could not be seen',
          zh: '文件存在且为 arm64，但未能看出链接器或加载器使用何者',
        },
        { figures },
      );
    return isSearched
      ? confirmed(
          {
            en: `It is arm64, the linker takes it, and the loader searches ${CROSS_DIRECTORY}`,
            zh: `该文件为 arm64，链接器取用它，加载器也搜索 ${CROSS_DIRECTORY}`,
          },
          { figures },
        )
      : refuted(
          {
            en: `The linker takes it, but the program’s loader ${made?.interp ?? ''} looks in ${directories.join(', ')} and not there`,
            zh: `链接器取用它，但程序的加载器 ${made?.interp ?? ''} 只搜索 ${directories.join('、')}`,
          },
          { figures },
        );
  },
});
