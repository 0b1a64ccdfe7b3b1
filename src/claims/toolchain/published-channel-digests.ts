/**
 * Each of the three channels publishes a SHA-256 for what it delivers.
 *
 * @module
 */

import { channelMetadata, isUnasked } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { table } from '../../model/figure.ts';

export const publishedChannelDigests = claim({
  id: 'published-channel-digests',
  subject: 'toolchain',
  answers: ['W3.02'],
  statement: {
    en: 'Each of the three channels publishes a SHA-256 for what it delivers.',
    zh: '三种渠道都为其交付物公布 SHA-256。',
  },
  method: {
    en: "The official list of downloads, Homebrew's formula and bottles, and gvm's scripts, asked on the day of the run.",
    zh: '在运行当日查询官方下载列表、Homebrew 的 formula 与 bottle 以及 gvm 的脚本。',
  },
  wouldChange: { en: 'A digest in what all three publish.', zh: '三者均公布摘要。' },
  needs: { channels: channelMetadata },

  judge({ channels: { official, homebrew, gvm } }) {
    const rows = [
      {
        name: 'official',
        asked: !isUnasked(official.listing),
        digests: official.files.filter(({ sha256 }) => sha256 !== '').length,
      },
      {
        name: 'Homebrew',
        asked: !isUnasked(homebrew.formula),
        digests: homebrew.bottleSha256s + (homebrew.sourceSha256 === undefined ? 0 : 1),
      },
      {
        name: 'gvm',
        asked: !gvm.scripts.some(isUnasked),
        digests: gvm.scripts.flatMap(({ digestLines }) => digestLines).length,
      },
    ];
    const figures = [
      table(
        { en: 'digests by channel', zh: '各渠道的摘要' },
        [
          { en: 'channel', zh: '渠道' },
          { en: 'digests', zh: '摘要数' },
        ],
        rows.map(({ name, digests }) => [name, digests]),
      ),
    ];
    const none = rows.find(({ asked, digests }) => asked && digests === 0);
    if (none)
      return refuted({ en: `${none.name} publishes none`, zh: `${none.name} 不公布任何摘要` }, { figures });
    const unasked = rows.filter(({ asked }) => !asked).map(({ name }) => name);
    if (unasked.length > 0)
      return inconclusive(
        { en: `${unasked.join(', ')} could not be asked`, zh: `无法查询 ${unasked.join('、')}` },
        {
          figures,
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    return confirmed(
      {
        en: `all three do: ${rows.map(({ name, digests }) => `${name} ${digests}`).join(', ')}`,
        zh: `三者均公布：${rows.map(({ name, digests }) => `${name} ${digests}`).join('、')}`,
      },
      { figures },
    );
  },
});
