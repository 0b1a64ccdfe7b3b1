/**
 * "No risk" is read as: no macOS release that still gets security updates refuses the build.
 *
 * @module
 */

import { binaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { MACOS_TABLE_DATE } from '../../evidence/binary/macos-releases.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { description, standingFigure, standings } from './macos-start.ts';

export const compatibilityRisk = claim({
  id: 'compatibility-risk',
  subject: 'binary',
  answers: ['W1.28'],
  statement: { en: 'Such a build carries no compatibility risk.', zh: '这样的构建产物没有任何兼容性风险。' },
  method: {
    en: 'Collects minimum macOS, SDK, libraries, signature and LC_UUID from a darwin/arm64 build and names the releases on which it would not start; the claim stands if no supported one is among them.',
    zh: '从 darwin/arm64 构建产物读取最低 macOS、SDK、动态库、签名与 LC_UUID，列出其无法启动的版本；若其中没有受支持的版本，则主张成立。',
  },
  wouldChange: {
    en: 'A supported macOS release that refuses the file.',
    zh: '某个受支持的 macOS 版本拒绝该文件。',
  },
  needs: { identity: of(binaryIdentity, PRODUCTS.helloArm64) },

  judge({ identity }) {
    const list = standings(identity);
    const figures = [standingFigure(list)];
    const said = description(identity);
    const supported = list.filter(({ release }) => release.isSupported);
    const refusing = supported.find(({ start }) => start === 'refused');
    const open = supported.find(({ start }) => start === 'unsettled');
    const old = list
      .filter(({ release, start }) => !release.isSupported && start === 'refused')
      .map(({ release }) => release.version);
    const warnings =
      old.length > 0
        ? [
            {
              en: `macOS ${old.join(', ')}, no longer supported by Apple, would refuse it`,
              zh: `Apple 已不再支持的 macOS ${old.join('、')} 会拒绝它`,
            },
          ]
        : [];
    if (refusing) {
      return refuted(
        {
          en: `macOS ${refusing.release.version} refuses it: ${refusing.why.en}`,
          zh: `macOS ${refusing.release.version} 会拒绝：${refusing.why.zh}`,
        },
        { figures, warnings },
      );
    }
    if (open) {
      return inconclusive(
        {
          en: `For macOS ${open.release.version} it is not settled: ${open.why.en}`,
          zh: `对 macOS ${open.release.version} 尚无定论：${open.why.zh}`,
        },
        {
          figures,
          warnings,
          remedy: {
            en: 'Build with Go 1.24 or later, which writes LC_UUID',
            zh: '使用会写入 LC_UUID 的 Go 1.24 或更新版本构建',
          },
        },
      );
    }
    return confirmed(
      {
        en: `No macOS release supported on ${MACOS_TABLE_DATE} (${supported.map(({ release }) => release.version).join(', ')}) refuses it: ${said.en}`,
        zh: `截至 ${MACOS_TABLE_DATE} 受支持的 macOS（${supported.map(({ release }) => release.version).join('、')}）均不拒绝它：${said.zh}`,
      },
      {
        figures,
        warnings: [
          ...warnings,
          {
            en: 'An ad-hoc signature is no notarisation: Gatekeeper stops a downloaded copy until the user allows it',
            zh: 'ad hoc 签名不是公证：下载得到的副本在用户放行之前会被 Gatekeeper 拦截',
          },
        ],
      },
    );
  },
});
