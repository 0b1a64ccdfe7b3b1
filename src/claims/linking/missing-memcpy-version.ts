/**
 * glibc's arm64 port began with 2.17, so that is the version of whatever has not changed since:
 * memcpy cannot be missing because of an old glibc.
 *
 * @module
 */

import { arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';
import { baseVersion, glibcOf } from './glibc-libraries.ts';

const WANTED = 'GLIBC_2.17';

export const missingMemcpyVersion = claim({
  id: 'missing-memcpy-version',
  subject: 'linking',
  answers: ['W2.41'],
  statement: {
    en: 'A missing memcpy@GLIBC_2.17 means that the glibc version does not match.',
    zh: '缺少 memcpy@GLIBC_2.17 表明 glibc 版本不匹配。',
  },
  method: {
    en: 'Reads the versions of memcpy, and the oldest version at all, from every glibc for arm64 at hand.',
    zh: '读取本机每个 arm64 glibc 中 memcpy 的版本及其最低版本。',
  },
  wouldChange: {
    en: 'An arm64 glibc without memcpy@GLIBC_2.17.',
    zh: '存在没有 memcpy@GLIBC_2.17 的 arm64 glibc。',
  },
  needs: { libc: arm64Libc },

  judge({ libc }) {
    const rows = glibcOf(libc).map((library) => ({
      path: library.path,
      base: baseVersion(library) ?? '?',
      memcpy: library.symbols.flatMap(({ name, version }) => (name === 'memcpy' ? [version] : [])),
    }));
    const [first] = rows;
    if (!first)
      return notApplicable({
        en: 'There is no glibc for arm64 on this machine',
        zh: '本机没有面向 arm64 的 glibc',
      });
    const figures = [
      table(
        { en: 'memcpy in the arm64 glibc at hand', zh: '本机 arm64 glibc 中的 memcpy' },
        [
          { en: 'library', zh: '库' },
          { en: 'oldest version', zh: '最低版本' },
          { en: 'versions of memcpy', zh: 'memcpy 的版本' },
        ],
        rows.map(({ path, base, memcpy }) => [path, base, memcpy.join(', ')]),
      ),
    ];
    const without = rows.find(({ memcpy }) => !memcpy.includes(WANTED));
    return without
      ? confirmed(
          {
            en: `${without.path} has memcpy in ${without.memcpy.join(', ') || 'no version'}, not in ${WANTED}`,
            zh: `${without.path} 的 memcpy 版本为 ${without.memcpy.join('、') || '无'}，没有 ${WANTED}`,
          },
          { figures },
        )
      : refuted(
          {
            en: `Every arm64 glibc at hand (${rows.length}) has it, and versions begin with ${first.base}: what lacks it is musl or a library of another architecture`,
            zh: `本机 ${rows.length} 个 arm64 glibc 均有该符号，其版本始于 ${first.base}：缺少它的是 musl 或其他架构的库`,
          },
          { figures },
        );
  },
});
