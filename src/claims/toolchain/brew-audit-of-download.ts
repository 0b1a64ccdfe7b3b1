/**
 * For Homebrew, `brew audit` is part of verifying the download.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const brewAuditOfDownload = claim({
  id: 'brew-audit-of-download',
  subject: 'toolchain',
  answers: ['W3.15'],
  statement: {
    en: 'For Homebrew, `brew audit` is part of verifying the download.',
    zh: '对 Homebrew 而言，brew audit 是验证下载的一环。',
  },
  method: {
    en: 'The downloaded file is changed, then brew audit and brew fetch are run: which of them reports it?',
    zh: '改动已下载的文件后执行 brew audit 与 brew fetch，看何者报告。',
  },
  wouldChange: { en: 'An audit that reports it.', zh: 'audit 报告改动。' },
  needs: { brew: homebrewCommands },

  judge({ brew: { changed } }) {
    if (!changed)
      return inconclusive({ en: 'there is no downloaded file to change', zh: '没有可供改动的下载文件' });
    const { audit, fetch } = changed;
    const reports = ({ exit, stdout, stderr }: typeof audit): boolean =>
      exit !== 0 && /sha-?256|checksum|mismatch/i.test(stdout + stderr);
    return reports(audit)
      ? confirmed({
          en: `brew audit reports it: ${complaint(audit)}`,
          zh: `brew audit 报告了改动：${complaint(audit)}`,
        })
      : refuted({
          en: `brew audit exits ${audit.exit} and says nothing of it; brew fetch exits ${fetch.exit}: ${complaint(fetch)}`,
          zh: `brew audit 以 ${audit.exit} 退出，未提及改动；brew fetch 以 ${fetch.exit} 退出：${complaint(fetch)}`,
        });
  },
});
