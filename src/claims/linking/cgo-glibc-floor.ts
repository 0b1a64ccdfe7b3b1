/**
 * The floor follows from the glibc that one links against, not from Go: old functions get new
 * versions.
 *
 * @module
 */

import { arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { floorOf, needsFigure } from './glibc-libraries.ts';

const CLAIMED = '2.28';
const SHOWN = 4;

/** All of C that the specimen itself calls. */
const OWN_CALLS: readonly string[] = ['puts'];

export const cgoGlibcFloor = claim({
  id: 'cgo-glibc-floor',
  subject: 'linking',
  answers: ['W2.43'],
  statement: {
    en: 'An arm64 cgo program needs glibc 2.28 at least.',
    zh: 'arm64 cgo 程序至少需要 glibc 2.28。',
  },
  method: {
    en: 'Builds a small cgo program for arm64 Linux with the compiler at hand and reads the newest version that its symbols ask for.',
    zh: '用本机可用的编译器构建一个面向 arm64 Linux 的小型 cgo 程序，读出其符号所要求的最新版本。',
  },
  wouldChange: {
    en: 'A program whose newest version is GLIBC_2.28.',
    zh: '程序所要求的最新版本为 GLIBC_2.28。',
  },
  needs: { libc: arm64Libc },

  judge({ libc: { programs } }) {
    const program = programs.find(({ name }) => name === 'cgo-hello');
    const floor = program && floorOf(program);
    if (!program || !floor)
      return inconclusive(
        {
          en: `No cgo program for arm64 could be built: ${program?.build.stderr.trim().split('\n').at(-1) || 'there is no compiler for it'}`,
          zh: `未能构建面向 arm64 的 cgo 程序：${program?.build.stderr.trim().split('\n').at(-1) || '没有相应的编译器'}`,
        },
        {
          remedy: {
            en: 'On Debian and Ubuntu: apt-get install gcc-aarch64-linux-gnu',
            zh: '在 Debian 与 Ubuntu 上：apt-get install gcc-aarch64-linux-gnu',
          },
        },
      );
    const figures = [needsFigure(program)];
    const symbols = floor.symbols.slice(0, SHOWN);
    const isOwn = floor.symbols.some((name) => OWN_CALLS.includes(name));
    const told = {
      en: `A cgo hello linked here needs glibc ${floor.version}, for ${symbols.join(', ')}${isOwn ? '' : '; it calls none of them itself: they are of runtime/cgo and of the C start-up code'}`,
      zh: `在此链接的 cgo hello 需要 glibc ${floor.version}，缘于 ${symbols.join('、')}${isOwn ? '' : '；程序自身并未调用它们，它们来自 runtime/cgo 与 C 启动代码'}`,
    };
    return floor.version === CLAIMED ? confirmed(told, { figures }) : refuted(told, { figures });
  },
});
