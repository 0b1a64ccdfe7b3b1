/**
 * Homebrew's Go is signed with a GitHub release GPG key.
 *
 * @module
 */

import { channelMetadata } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const githubReleaseGpg = claim({
  id: 'github-release-gpg',
  subject: 'toolchain',
  answers: ['W3.11'],
  statement: {
    en: "Homebrew's Go is signed with a GitHub release GPG key.",
    zh: 'Homebrew 的 Go 由 GitHub Release GPG 签名。',
  },
  method: {
    en: "The formula's published metadata, searched for OpenPGP and detached signatures.",
    zh: '在 formula 元数据中查找 OpenPGP 与分离签名。',
  },
  wouldChange: { en: 'A signature there.', zh: '其中出现签名。' },
  needs: { channels: channelMetadata },

  judge({ channels: { homebrew } }) {
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
    const [word] = homebrew.signatureWords;
    return word === undefined
      ? refuted({
          en: `the metadata has ${homebrew.bottleSha256s + 1} SHA-256 digests and no word of OpenPGP or a detached signature`,
          zh: `元数据含 ${homebrew.bottleSha256s + 1} 个 SHA-256 摘要，没有 OpenPGP 或分离签名的字样`,
        })
      : confirmed(
          { en: `the metadata names ${word}`, zh: `元数据提到 ${word}` },
          {
            warnings: [
              {
                en: 'That it is named is seen; the signature itself was not verified',
                zh: '仅见其名，未验证签名本身',
              },
            ],
          },
        );
  },
});
