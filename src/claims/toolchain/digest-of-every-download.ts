/**
 * The official download page gives the SHA-256 of every Go file.
 *
 * @module
 */

import { channelMetadata } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const digestOfEveryDownload = claim({
  id: 'digest-of-every-download',
  subject: 'toolchain',
  answers: ['W3.13'],
  statement: {
    en: 'The official download page gives the SHA-256 of every Go file.',
    zh: '官方下载页给出每个 Go 文件的 SHA-256。',
  },
  method: {
    en: 'The official list in JSON form: files of the current stable releases without a digest of 64 hexadecimal digits.',
    zh: '以 JSON 形式读取官方列表，统计当前稳定版中没有 64 位十六进制摘要的文件。',
  },
  wouldChange: { en: 'A file without one.', zh: '有文件没有摘要。' },
  needs: { channels: channelMetadata },

  judge({
    channels: {
      official: { listing, files },
    },
  }) {
    if (listing.status !== 200 || files.length === 0)
      return inconclusive(
        { en: `the official list could not be asked`, zh: `无法查询 官方列表` },
        {
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    const without = files.filter(({ sha256 }) => !/^[0-9a-f]{64}$/.test(sha256));
    const [first] = without;
    return first === undefined
      ? confirmed({ en: `all ${files.length} files have one`, zh: `${files.length} 个文件均有` })
      : refuted({
          en: `${without.length} of ${files.length} files have none, such as ${first.name}`,
          zh: `${files.length} 个文件中有 ${without.length} 个没有，如 ${first.name}`,
        });
  },
});
