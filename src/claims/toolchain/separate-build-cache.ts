/**
 * Whether GOCACHE below the home directory really separates a build: files are counted in the new
 * directory and in the default cache, with the tilde bare and quoted.
 *
 * @module
 */

import { gocacheDirectory } from '../../evidence/toolchain/gocache-directory.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const separateBuildCache = claim({
  id: 'separate-build-cache',
  subject: 'toolchain',
  answers: ['W4.57'],
  statement: {
    en: 'Pointing GOCACHE at a fresh directory below the home directory gives the test a build cache of its own.',
    zh: '将 GOCACHE 指向主目录下的新目录，可为测试提供独立的构建缓存。',
  },
  method: {
    en: 'In a scratch home with an empty default cache: a build with GOCACHE=~/tmp/go-build-cache set by a shell, files counted in both caches; again with the tilde quoted.',
    zh: '在默认缓存为空的临时主目录中，由 shell 设置 GOCACHE=~/tmp/go-build-cache 后构建，统计两个缓存的文件数；再将波浪号加引号重复一次。',
  },
  wouldChange: {
    en: 'A file in the default cache, or none in the new directory.',
    zh: '默认缓存中出现文件，或新目录中没有文件。',
  },
  needs: { seen: gocacheDirectory },

  judge({ seen: { before, printed, quoted } }) {
    const figures = [
      table(
        { en: 'Files after the build', zh: '构建后的文件数' },
        [
          { en: 'command', zh: '命令' },
          { en: 'exit', zh: '退出码' },
          { en: 'new directory', zh: '新目录' },
          { en: 'default cache', zh: '默认缓存' },
        ],
        [printed, quoted].map(({ run, inNamed, inDefault }) => [
          run.command,
          run.exit ?? run.trouble ?? '?',
          inNamed,
          inDefault,
        ]),
      ),
    ];
    const warnings =
      quoted.run.exit === 0
        ? []
        : [
            {
              en: `With the tilde quoted no shell expands it, and go exits ${quoted.run.exit}: "${complaint(quoted.run)}"`,
              zh: `波浪号加引号后 shell 不再展开，go 以 ${quoted.run.exit} 退出：“${complaint(quoted.run)}”`,
            },
          ];
    if (printed.run.exit !== 0) {
      return inconclusive(
        { en: `The build failed: ${complaint(printed.run)}`, zh: `构建失败：${complaint(printed.run)}` },
        { figures, warnings },
      );
    }
    const told = {
      en: `The build wrote ${printed.inNamed} files to ~/tmp/go-build-cache and ${printed.inDefault - before} to the default cache`,
      zh: `构建向 ~/tmp/go-build-cache 写入 ${printed.inNamed} 个文件，向默认缓存写入 ${printed.inDefault - before} 个`,
    };
    const separate = printed.inNamed > 0 && printed.inDefault === before;
    return separate ? confirmed(told, { figures, warnings }) : refuted(told, { figures, warnings });
  },
});
