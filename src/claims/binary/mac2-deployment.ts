/**
 * Whether a darwin/arm64 build runs as it is on another Apple silicon machine. From the file one
 * can refute it; to confirm it the program must have been started on a Mac.
 *
 * @module
 */

import { binaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { MACOS_RELEASES } from '../../evidence/binary/macos-releases.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { darwinStart } from '../../evidence/runtime/darwin-start.ts';
import { claim } from '../../model/claim.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { description, standingFigure, standings } from './macos-start.ts';

export const mac2Deployment = claim({
  id: 'mac2-deployment',
  subject: 'binary',
  answers: ['W1.27'],
  statement: {
    en: 'A native darwin/arm64 build runs as it is on AWS EC2 mac2 instances and on M-series Macs.',
    zh: '原生 darwin/arm64 构建产物可原样运行于 AWS EC2 mac2 实例与 M 系列 Mac。',
  },
  method: {
    en: 'Checks the Mach-O statically (thin arm64, minimum OS, system libraries only, LC_UUID, every page hash of the signature), and on a Mac also starts it. EC2 mac2 instances are Mac minis with M1 and macOS.',
    zh: '静态检查 Mach-O（单一架构 arm64、最低系统、仅依赖系统库、LC_UUID、签名各页哈希），在 Mac 上还会实际启动。EC2 mac2 实例即搭载 M1 的 Mac mini。',
  },
  wouldChange: {
    en: 'A supported macOS release that refuses the file, or a start on a Mac that fails.',
    zh: '某个受支持的 macOS 版本拒绝该文件，或在 Mac 上启动失败。',
  },
  needs: { identity: of(binaryIdentity, PRODUCTS.helloArm64), start: wish(darwinStart) },

  judge({ identity, start }) {
    const list = standings(
      identity,
      MACOS_RELEASES.filter(({ isSupported }) => isSupported),
    );
    const figures = [standingFigure(list)];
    const said = description(identity);
    const refusing = list.find((one) => one.start === 'refused');
    if (refusing) {
      return refuted(
        {
          en: `macOS ${refusing.release.version} refuses it: ${refusing.why.en}`,
          zh: `macOS ${refusing.release.version} 会拒绝：${refusing.why.zh}`,
        },
        { figures },
      );
    }
    const native = start?.runs.find(({ goarch }) => goarch === 'arm64');
    if (native && native.exit !== 0) {
      return refuted(
        {
          en: `started on this Mac it exits ${native.exit ?? 'by a signal'}`,
          zh: `在本机启动时以 ${native.exit ?? '信号'} 结束`,
        },
        { figures },
      );
    }
    const open = list.find((one) => one.start === 'unsettled');
    if (open || !native) {
      return inconclusive(
        open
          ? {
              en: `For macOS ${open.release.version} it is not settled: ${open.why.en}`,
              zh: `对 macOS ${open.release.version} 尚无定论：${open.why.zh}`,
            }
          : {
              en: `The file has nothing against it (${said.en}), but it was not started: this is no Mac`,
              zh: `文件本身没有不利因素（${said.zh}），但未实际启动：本机不是 Mac`,
            },
        {
          figures,
          remedy: { en: 'Run goassay on an Apple silicon Mac', zh: '在 Apple Silicon Mac 上运行 goassay' },
        },
      );
    }
    return confirmed(
      {
        en: `It starts on this Mac and every supported macOS accepts the file: ${said.en}`,
        zh: `它在本机 Mac 上启动，且受支持的 macOS 均接受该文件：${said.zh}`,
      },
      { figures },
    );
  },
});
