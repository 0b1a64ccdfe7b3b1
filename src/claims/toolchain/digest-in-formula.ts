/**
 * Homebrew's digest of the Go source is written in the formula, and is that of the official archive.
 *
 * @module
 */

import { channelMetadata } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const digestInFormula = claim({
  id: 'digest-in-formula',
  subject: 'toolchain',
  answers: ['W3.10'],
  statement: {
    en: "Homebrew's digest of the Go source is written in the formula, and is that of the official archive.",
    zh: 'Homebrew 的 formula 中写有 Go 源码的哈希，且与官方归档一致。',
  },
  method: {
    en: "The checksum in the formula's published metadata against the official list's digest of the file with that name.",
    zh: '将 formula 元数据中的校验和与官方列表中同名文件的摘要比对。',
  },
  wouldChange: { en: 'No checksum, or another one.', zh: '没有校验和，或与之不同。' },
  needs: { channels: channelMetadata },

  judge({ channels: { official, homebrew } }) {
    if (homebrew.formula.status !== 200)
      return inconclusive(
        { en: `the formula's metadata could not be asked`, zh: `无法查询  formula 元数据` },
        {
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    const { sourceSha256, sourceUrl = '' } = homebrew;
    if (sourceSha256 === undefined)
      return refuted({ en: 'the formula declares no digest', zh: 'formula 未声明摘要' });
    const name = sourceUrl.slice(sourceUrl.lastIndexOf('/') + 1);
    const listed = official.files.find((file) => file.name === name)?.sha256;
    if (listed === undefined)
      return inconclusive({
        en: `the formula declares ${sourceSha256.slice(0, 16)}… for ${name}, and the official list at hand does not have that file`,
        zh: `formula 为 ${name} 声明 ${sourceSha256.slice(0, 16)}…，而所得官方列表中没有该文件`,
      });
    return listed === sourceSha256
      ? confirmed({
          en: `${name}: ${sourceSha256.slice(0, 16)}… in the formula and on the official list`,
          zh: `${name}：formula 与官方列表均为 ${sourceSha256.slice(0, 16)}…`,
        })
      : refuted({
          en: `${name}: ${sourceSha256.slice(0, 16)}… in the formula, ${listed.slice(0, 16)}… on the official list`,
          zh: `${name}：formula 为 ${sourceSha256.slice(0, 16)}…，官方列表为 ${listed.slice(0, 16)}…`,
        });
  },
});
