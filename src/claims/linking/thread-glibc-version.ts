/**
 * A library may keep the old version for old programs: what counts is which one new programs get.
 *
 * @module
 */

import { arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { glibcOf, needsFigure, numberOf } from './glibc-libraries.ts';

const CLAIMED = '2.17';
const SYMBOL = 'pthread_create';

export const threadGlibcVersion = claim({
  id: 'thread-glibc-version',
  subject: 'linking',
  answers: ['W2.45'],
  statement: {
    en: 'A program that uses threads needs glibc 2.17 for libpthread.',
    zh: '使用线程的程序对 libpthread 的要求是 glibc 2.17。',
  },
  method: {
    en: 'Links a C program that calls pthread_create for arm64 and reads the version that it records; reads beside it which versions every arm64 glibc at hand has and which is the default.',
    zh: '为 arm64 链接一个调用 pthread_create 的 C 程序，读出所记录的版本；并读出本机每个 arm64 glibc 所具备的版本及默认版本。',
  },
  wouldChange: {
    en: 'Programs that record pthread_create@GLIBC_2.17, with every glibc at hand.',
    zh: '以本机每个 glibc 链接的程序均记录 pthread_create@GLIBC_2.17。',
  },
  needs: { libc: arm64Libc },

  judge({ libc }) {
    const libraries = glibcOf(libc).map(({ path, symbols }) => {
      const own = symbols.filter(({ name }) => name === SYMBOL);
      return {
        path,
        versions: own.map(({ version }) => version),
        isDefault: own.find((one) => one.isDefault)?.version,
      };
    });
    const program = libc.programs.find(({ name }) => name === 'threads');
    const recorded = program?.made?.needs.find(({ symbols }) => symbols.includes(SYMBOL))?.version;
    const figures = [
      table(
        { en: `${SYMBOL} in the arm64 glibc at hand`, zh: `本机 arm64 glibc 中的 ${SYMBOL}` },
        [
          { en: 'library', zh: '库' },
          { en: 'versions', zh: '版本' },
          { en: 'new programs get', zh: '新程序所得' },
        ],
        libraries.map(({ path, versions, isDefault }) => [path, versions.join(', '), isDefault ?? '?']),
      ),
      ...(program?.made ? [needsFigure(program)] : []),
    ];
    const all = [
      ...(recorded === undefined ? [] : [recorded]),
      ...libraries.flatMap((one) => one.isDefault ?? []),
    ];
    const other = all.find((version) => numberOf(version) !== CLAIMED);
    if (other !== undefined)
      return refuted(
        {
          en:
            recorded === other
              ? `A program linked here records ${SYMBOL}@${other}`
              : `A program linked against the glibc at hand records ${SYMBOL}@${other}, its default`,
          zh:
            recorded === other
              ? `在此链接的程序记录的是 ${SYMBOL}@${other}`
              : `以本机 glibc 链接的程序记录的是其默认版本 ${SYMBOL}@${other}`,
        },
        { figures },
      );
    if (recorded === undefined)
      return inconclusive(
        {
          en: 'No program with threads could be linked for arm64',
          zh: '未能为 arm64 链接使用线程的程序',
        },
        {
          figures,
          remedy: {
            en: 'On Debian and Ubuntu: apt-get install gcc-aarch64-linux-gnu',
            zh: '在 Debian 与 Ubuntu 上：apt-get install gcc-aarch64-linux-gnu',
          },
        },
      );
    return confirmed(
      {
        en: `The program records ${SYMBOL}@${recorded}, the default of all ${libraries.length} libraries`,
        zh: `程序记录的是 ${SYMBOL}@${recorded}，即全部 ${libraries.length} 个库的默认版本`,
      },
      { figures },
    );
  },
});
