/**
 * Native on Apple silicon, by two witnesses for each of two programs: the header of the file, and
 * what macOS says to the running process.
 *
 * @module
 */

import { toolchainTranslation } from '../../evidence/toolchain/toolchain-translation.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { upgradeToNewest } from './upgrade.ts';

export const nativeAppleToolchain = claim({
  id: 'native-apple-toolchain',
  subject: 'toolchain',
  answers: ['W1.02'],
  statement: {
    en: 'The darwin/arm64 Go toolchain and the programs it builds run on Apple silicon without translation.',
    zh: 'darwin/arm64 版 Go 工具链及其产物在 Apple Silicon 上运行时不经转译。',
  },
  method: {
    en: 'The Mach-O CPU type of the go command and of a program it built, and sysctl.proc_translated as read by a child of the go command and by that program itself.',
    zh: '读取 go 命令及其所构建程序的 Mach-O CPU 类型，并由 go 命令的子进程和该程序自身读取 sysctl.proc_translated。',
  },
  wouldChange: {
    en: 'An arm64 file whose process reports sysctl.proc_translated = 1.',
    zh: '文件为 arm64，而其进程报告 sysctl.proc_translated = 1。',
  },
  needs: { seen: toolchainTranslation },

  judge({ seen }) {
    const { hardware, goProcess, program, goArchitectures, programArchitectures } = seen;
    if (hardware.stdout.trim() !== '1') {
      return notApplicable({
        en: `This Mac is no Apple silicon: hw.optional.arm64 is ${hardware.stdout.trim() || 'not there'}`,
        zh: `本机不是 Apple Silicon：hw.optional.arm64 为 ${hardware.stdout.trim() || '空'}`,
      });
    }
    const rows = [
      { what: 'go', file: goArchitectures.join(' + ') || '?', translated: goProcess.stdout.trim() || '?' },
      {
        what: 'main',
        file: programArchitectures.join(' + ') || '?',
        translated: program?.stdout.trim() || program?.stderr.trim() || '?',
      },
    ];
    const figures = [
      table(
        { en: 'Files and processes', zh: '文件与进程' },
        [{ en: 'program', zh: '程序' }, { en: 'file', zh: '文件' }, 'sysctl.proc_translated'],
        rows.map(({ what, file, translated }) => [what, file, translated]),
      ),
    ];
    const told = {
      en: rows.map(({ what, file, translated }) => `${what} is ${file} and reports ${translated}`).join(', '),
      zh: rows
        .map(({ what, file, translated }) => `${what} 的文件为 ${file}，进程报告 ${translated}`)
        .join('；'),
    };
    if (rows.some(({ file, translated }) => file === 'arm64' && translated === '1'))
      return refuted(told, { figures });
    if (rows.every(({ file, translated }) => file === 'arm64' && translated === '0'))
      return confirmed(told, { figures });
    const intel = rows.every(({ file }) => !file.includes('arm64'));
    return inconclusive(
      {
        en: `${told.en}: ${intel ? 'this Go is not the darwin/arm64 one' : 'the witnesses do not agree'}`,
        zh: `${told.zh}：${intel ? '这不是 darwin/arm64 版的 Go' : '各证据不一致'}`,
      },
      {
        figures,
        remedy: {
          en: `Install a darwin/arm64 Go: ${upgradeToNewest({ goos: 'darwin', goarch: 'arm64' }).command}`,
          zh: `安装 darwin/arm64 版的 Go：${upgradeToNewest({ goos: 'darwin', goarch: 'arm64' }).command}`,
        },
      },
    );
  },
});
