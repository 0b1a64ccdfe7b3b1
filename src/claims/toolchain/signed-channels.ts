/**
 * Each of the three channels signs its downloads with a key whose fingerprint can be pinned.
 *
 * @module
 */

import { channelMetadata, isUnasked } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const signedChannels = claim({
  id: 'signed-channels',
  subject: 'toolchain',
  answers: ['W3.03'],
  statement: {
    en: 'Each of the three channels signs its downloads with a key whose fingerprint can be pinned.',
    zh: '三种渠道都用可固定指纹的密钥为下载签名。',
  },
  method: {
    en: "A detached signature beside the official archive, words on OpenPGP in Homebrew's metadata, and lines in gvm's scripts that verify a signature.",
    zh: '官方归档旁的分离签名、Homebrew 元数据中的 OpenPGP 字样、gvm 脚本中验证签名的语句。',
  },
  wouldChange: { en: 'A signature in all three.', zh: '三者均有签名。' },
  needs: { channels: channelMetadata },

  judge({ channels: { official, homebrew, gvm } }) {
    const { asc, sig } = official;
    const rows = [
      {
        name: 'official',
        asked: asc !== undefined && !isUnasked(asc),
        isSigned: asc?.status === 200 || sig?.status === 200,
      },
      { name: 'Homebrew', asked: !isUnasked(homebrew.formula), isSigned: homebrew.signatureWords.length > 0 },
      {
        name: 'gvm',
        asked: !gvm.scripts.some(isUnasked),
        isSigned: gvm.scripts.some(({ signatureLines }) => signatureLines.length > 0),
      },
    ];
    const unsigned = rows.filter(({ asked, isSigned }) => asked && !isSigned).map(({ name }) => name);
    if (unsigned.length > 0)
      return refuted({
        en: `${unsigned.join(' and ')} ${unsigned.length === 1 ? 'has' : 'have'} no such signature`,
        zh: `${unsigned.join('、')} 没有此类签名`,
      });
    const unasked = rows.filter(({ asked }) => !asked).map(({ name }) => name);
    return unasked.length > 0
      ? inconclusive({ en: `${unasked.join(', ')} could not be asked`, zh: `无法查询 ${unasked.join('、')}` })
      : confirmed({ en: 'all three have one', zh: '三者均有' });
  },
});
