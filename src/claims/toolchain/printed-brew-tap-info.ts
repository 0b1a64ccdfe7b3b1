/**
 * The printed brew command shows the formula's digest and signature.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const printedBrewTapInfo = claim({
  id: 'printed-brew-tap-info',
  subject: 'toolchain',
  answers: ['W3.05'],
  statement: {
    en: "The printed brew command shows the formula's digest and signature.",
    zh: '所给 brew 命令能显示 formula 的哈希与签名。',
  },
  method: {
    en: 'The command as printed; its lines with sha256 and with gpg.',
    zh: '原样执行该命令，查看其中含 sha256 与 gpg 的行。',
  },
  wouldChange: { en: 'A line of each.', zh: '两种行各有其一。' },
  needs: { brew: homebrewCommands },

  judge({ brew: { tapInfo } }) {
    const has = (word: string): boolean => tapInfo.stdout.includes(word);
    if (tapInfo.trouble !== undefined)
      return inconclusive({
        en: `it did not end: ${complaint(tapInfo)}`,
        zh: `未能结束：${complaint(tapInfo)}`,
      });
    return has('sha256') && has('gpg')
      ? confirmed({
          en: 'it prints a line with sha256 and one with gpg',
          zh: '输出了含 sha256 与含 gpg 的行',
        })
      : refuted({
          en: `it exits ${tapInfo.exit} and prints ${tapInfo.stdout.trim() === '' ? 'nothing' : tapInfo.stdout.trim().slice(0, 80)}`,
          zh: `以 ${tapInfo.exit} 退出，输出${tapInfo.stdout.trim() === '' ? '为空' : ` ${tapInfo.stdout.trim().slice(0, 80)}`}`,
        });
  },
});
