/**
 * Official archives have a .tar.gz.sig that gpg --verify accepts.
 *
 * @module
 */

import { channelMetadata, isUnasked } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const archiveSignatureFile = claim({
  id: 'archive-signature-file',
  subject: 'toolchain',
  answers: ['W3.14'],
  statement: {
    en: 'Official archives have a .tar.gz.sig that gpg --verify accepts.',
    zh: '官方归档带有可由 gpg --verify 验证的 .tar.gz.sig。',
  },
  method: {
    en: "The .sig and the .asc of a current archive asked of the official site; a .sig that exists is given to gpg with the user's own keyring.",
    zh: '向官方站点查询当前归档的 .sig 与 .asc；若有 .sig，则以用户自己的密钥环交给 gpg。',
  },
  wouldChange: { en: 'A .sig that gpg accepts.', zh: '存在 gpg 接受的 .sig。' },
  needs: { channels: channelMetadata },

  judge({
    channels: {
      official: { archive = '', sig, asc, gpg },
    },
  }) {
    if (sig === undefined || isUnasked(sig))
      return inconclusive(
        { en: `the signature could not be asked`, zh: `无法查询 签名` },
        {
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    if (sig.status !== 200)
      return refuted({
        en: `${archive}.sig answers ${sig.status}; ${archive}.asc ${asc?.status === 200 ? 'exists' : `answers ${asc?.status ?? 'nothing'}`}`,
        zh: `${archive}.sig 应答 ${sig.status}；${archive}.asc ${asc?.status === 200 ? '存在' : `应答 ${asc?.status ?? '无'}`}`,
      });
    if (gpg?.exit === 0)
      return confirmed({ en: `gpg accepts ${archive}.sig`, zh: `gpg 接受 ${archive}.sig` });
    return inconclusive(
      {
        en: `${archive}.sig exists, and gpg does not accept it: ${gpg?.stderr.split('\n')[0] ?? ''}`,
        zh: `${archive}.sig 存在，而 gpg 不接受：${gpg?.stderr.split('\n')[0] ?? ''}`,
      },
      {
        remedy: {
          en: 'Import the key that signs Go releases, then run it again',
          zh: '导入为 Go 发布签名的密钥后重新运行',
        },
      },
    );
  },
});
