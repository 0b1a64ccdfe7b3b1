/**
 * The printed download, made only when the network is allowed, against the official list of files
 * with their sizes and digests.
 *
 * @module
 */

import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { releaseArchive } from '../../evidence/toolchain/release-archive.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** Name resolution, connection, time, TLS: the host was not reached, so it did not answer wrongly (curl(1), "EXIT CODES"). */
const NOT_REACHED = [5, 6, 7, 28, 35];

export const officialArchiveDownload = claim({
  id: 'official-archive-download',
  subject: 'toolchain',
  answers: ['W1.09'],
  statement: {
    en: 'The printed curl command downloads the official go1.22.5 archive for darwin/arm64.',
    zh: '所给 curl 命令能下载 go1.22.5 的 darwin/arm64 官方归档。',
  },
  method: {
    en: 'The command as printed, in an empty directory; size and SHA-256 of what it leaves there against the official list of releases of the same host.',
    zh: '在空目录中原样执行该命令，将所得文件的大小与 SHA-256 同该站点的官方发布列表比对。',
  },
  wouldChange: {
    en: 'An HTTP error, or a file of another size or digest.',
    zh: 'HTTP 错误，或文件大小、摘要不符。',
  },
  needs: { archive: releaseArchive },

  judge({ archive: { download, file, listing, official } }) {
    const never = {
      en: 'The printed procedure itself never checks the digest',
      zh: '原文的步骤从不校验摘要',
    };
    if (download.trouble !== undefined || NOT_REACHED.includes(download.exit ?? 0)) {
      return inconclusive(
        {
          en: `curl did not reach the host: ${complaint(download)}`,
          zh: `curl 未能连到该站点：${complaint(download)}`,
        },
        {
          remedy: {
            en: 'Check the network, then run goassay run --online again',
            zh: '检查网络后再执行 goassay run --online',
          },
        },
      );
    }
    if (!official) {
      return inconclusive({
        en: `The official list (${listing.stdout || complaint(listing)}) has no such file to compare with`,
        zh: `官方列表（${listing.stdout || complaint(listing)}）中没有可供比对的该文件`,
      });
    }
    if (!file || download.exit !== 0) {
      return refuted({
        en: `curl exited ${download.exit} and left ${file ? `${file.sizeBytes} bytes` : 'no file'}: ${complaint(download)}`,
        zh: `curl 以 ${download.exit} 退出，留下${file ? ` ${file.sizeBytes} 字节` : '零个文件'}：${complaint(download)}`,
      });
    }
    const figures = [
      table(
        { en: file.name, zh: file.name },
        [{ en: '', zh: '' }, { en: 'bytes', zh: '字节' }, 'SHA-256'],
        [
          [{ en: 'downloaded', zh: '下载所得' }, file.sizeBytes, file.sha256],
          [{ en: 'official list', zh: '官方列表' }, official.sizeBytes, official.sha256],
        ],
      ),
    ];
    if (file.sha256 === official.sha256 && file.sizeBytes === official.sizeBytes) {
      return confirmed(
        {
          en: `${file.sizeBytes} bytes with SHA-256 ${file.sha256.slice(0, 16)}…, as the official list says`,
          zh: `${file.sizeBytes} 字节，SHA-256 为 ${file.sha256.slice(0, 16)}…，与官方列表一致`,
        },
        { figures, warnings: [never] },
      );
    }
    return refuted(
      {
        en: `${file.sizeBytes} bytes with SHA-256 ${file.sha256.slice(0, 16)}…, where the official list has ${official.sizeBytes} and ${official.sha256.slice(0, 16)}…`,
        zh: `${file.sizeBytes} 字节，SHA-256 为 ${file.sha256.slice(0, 16)}…；官方列表为 ${official.sizeBytes} 字节、${official.sha256.slice(0, 16)}…`,
      },
      { figures, warnings: [never] },
    );
  },
});
