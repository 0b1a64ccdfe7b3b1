/**
 * The first release for Apple silicon, by the table of origins; that it starts untranslated can be
 * seen on a Mac only, and of that release only.
 *
 * @module
 */

import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { portOrigins } from '../../evidence/toolchain/port-origins.ts';
import { toolchainTranslation } from '../../evidence/toolchain/toolchain-translation.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { noOrigin, originOf, originsFigure } from './origin-of-port.ts';

const PORT = 'darwin/arm64';
const CLAIMED_MINOR = 16;

export const firstNativeAppleRelease = claim({
  id: 'first-native-apple-release',
  subject: 'toolchain',
  answers: ['W2.01'],
  statement: {
    en: 'Go 1.16 is the first stable release that compiles and runs natively on Apple silicon.',
    zh: 'Go 1.16 是首个可在 Apple Silicon 上原生编译并运行的稳定版本。',
  },
  method: {
    en: 'Looks darwin/arm64 up in the shipped table of origins and, on a Mac whose Go under test is a 1.16, reads the go command’s file and asks its process for sysctl.proc_translated.',
    zh: '在随附的起始版本表中查找 darwin/arm64；若在 Mac 上被测 Go 为 1.16，再读取 go 命令的文件头及其进程的 sysctl.proc_translated。',
  },
  wouldChange: {
    en: 'A release before 1.16 with macOS on arm64, or a 1.16 that runs translated.',
    zh: '1.16 之前已有支持 arm64 版 macOS 的版本，或 1.16 需经转译运行。',
  },
  needs: { origins: portOrigins, go: wish(goUnderTest), seen: wish(toolchainTranslation) },

  judge({ origins, go, seen }) {
    const origin = originOf(origins, PORT);
    if (!origin) return inconclusive(noOrigin(PORT));
    const figures = [originsFigure(origins, [PORT])];
    if (origin.release.minor !== CLAIMED_MINOR) {
      const order =
        origin.release.minor < CLAIMED_MINOR ? { en: 'earlier', zh: '早于' } : { en: 'later', zh: '晚于' };
      return refuted(
        {
          en: `${origin.version} is the first release with ${PORT}, which is ${order.en} than 1.16 (${origin.source})`,
          zh: `首个支持 ${PORT} 的版本是 ${origin.version}，${order.zh} 1.16（${origin.source}）`,
        },
        { figures },
      );
    }
    const isClaimed = parseGoRelease(go?.version ?? '')?.minor === CLAIMED_MINOR;
    const files = seen?.goArchitectures.join(' + ') ?? '';
    const translated = seen?.goProcess.stdout.trim() ?? '';
    if (isClaimed && seen?.hardware.stdout.trim() === '1' && files === 'arm64' && translated !== '') {
      const told = {
        en: `${origin.version} is the first with ${PORT} (${origin.source}), and ${go?.version} reports sysctl.proc_translated = ${translated} here`,
        zh: `首个支持 ${PORT} 的版本是 ${origin.version}（${origin.source}），${go?.version} 在此报告 sysctl.proc_translated = ${translated}`,
      };
      return translated === '0' ? confirmed(told, { figures }) : refuted(told, { figures });
    }
    return inconclusive(
      {
        en: `${origin.version} is the first release with ${PORT} (${origin.source}), but no Go 1.16 was started on Apple silicon here`,
        zh: `首个支持 ${PORT} 的版本是 ${origin.version}（${origin.source}），但未在 Apple Silicon 上启动 Go 1.16`,
      },
      {
        figures,
        remedy: {
          en: 'On a Mac with Apple silicon, unpack go1.16.15.darwin-arm64.tar.gz and run goassay run --only W2.01 --go PATH/bin/go',
          zh: '在 Apple Silicon 的 Mac 上解压 go1.16.15.darwin-arm64.tar.gz，再运行 goassay run --only W2.01 --go 路径/bin/go',
        },
      },
    );
  },
});
