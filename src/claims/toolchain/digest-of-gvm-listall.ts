/**
 * gvm verifies a SHA-256 that comes with the metadata of gvm listall.
 *
 * @module
 */

import { channelMetadata, isUnasked } from '../../evidence/toolchain/channel-metadata.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const digestOfGvmListall = claim({
  id: 'digest-of-gvm-listall',
  subject: 'toolchain',
  answers: ['W3.12'],
  statement: {
    en: 'gvm verifies a SHA-256 that comes with the metadata of gvm listall.',
    zh: 'gvm 会校验随 gvm listall 元数据提供的 SHA-256。',
  },
  method: {
    en: "gvm's own scripts, read line by line for anything that computes or compares a digest.",
    zh: '逐行阅读 gvm 的脚本，查找任何计算或比对摘要的语句。',
  },
  wouldChange: { en: 'A script of gvm that does.', zh: 'gvm 有脚本做到这一点。' },
  needs: { channels: channelMetadata },

  judge({
    channels: {
      gvm: { scripts },
    },
  }) {
    const read = scripts.filter(({ status }) => status === 200);
    if (read.length === 0 || scripts.some(isUnasked))
      return inconclusive(
        { en: `gvm's scripts could not be asked`, zh: `无法查询 gvm 的脚本` },
        {
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    const lines = read.flatMap(({ name, digestLines }) => digestLines.map((line) => `${name}: ${line}`));
    const total = read.reduce((sum, { lines: count }) => sum + count, 0);
    const [first] = lines;
    return first === undefined
      ? refuted({
          en: `none of ${total} lines in ${read.length} scripts has a digest`,
          zh: `${read.length} 个脚本的 ${total} 行中没有摘要`,
        })
      : confirmed({
          en: `${lines.length} lines do, such as ${first}`,
          zh: `有 ${lines.length} 行，如 ${first}`,
        });
  },
});
