/**
 * Since glibc 2.34 threads are part of libc: libpthread.a is empty, and libpthread.so.0 is there
 * for old programs.
 *
 * @module
 */

import { arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';

export const crossLibpthread = claim({
  id: 'cross-libpthread',
  subject: 'linking',
  answers: ['W2.44'],
  statement: {
    en: 'The cross toolchain has a libpthread.so to link against.',
    zh: '交叉工具链中有可供链接的 libpthread.so。',
  },
  method: {
    en: 'Lists libpthread* in the cross library directory and reads what `-lpthread` makes the linker take.',
    zh: '列出交叉库目录中的 libpthread*，并读出 `-lpthread` 使链接器取用的文件。',
  },
  wouldChange: {
    en: 'A file libpthread.so in /usr/aarch64-linux-gnu/lib.',
    zh: '/usr/aarch64-linux-gnu/lib 中存在 libpthread.so。',
  },
  needs: { libc: arm64Libc },

  judge({ libc: { crossDirectory, linked } }) {
    if (!crossDirectory)
      return notApplicable(
        {
          en: 'There is no cross toolchain for arm64 here: /usr/aarch64-linux-gnu/lib does not exist',
          zh: '本机没有面向 arm64 的交叉工具链：/usr/aarch64-linux-gnu/lib 不存在',
        },
        {
          remedy: {
            en: 'On Debian and Ubuntu: apt-get install gcc-aarch64-linux-gnu',
            zh: '在 Debian 与 Ubuntu 上：apt-get install gcc-aarch64-linux-gnu',
          },
        },
      );
    const { path, pthread } = crossDirectory;
    const taken = linked.find((one) => /\/libpthread[^/]*$/.test(one));
    const byLinker = {
      en: taken === undefined ? '' : `; -lpthread takes ${taken}`,
      zh: taken === undefined ? '' : `；-lpthread 取用 ${taken}`,
    };
    return pthread.includes('libpthread.so')
      ? confirmed({
          en: `${path} has libpthread.so${byLinker.en}`,
          zh: `${path} 中有 libpthread.so${byLinker.zh}`,
        })
      : refuted({
          en: `${path} has ${pthread.join(', ') || 'no libpthread at all'}, and no libpthread.so${byLinker.en}`,
          zh: `${path} 中只有 ${pthread.join('、') || '（无 libpthread）'}，没有 libpthread.so${byLinker.zh}`,
        });
  },
});
