/**
 * GO111MODULE=on with GOSUMDB=off switches module verification off.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const sumdbOffVerification = claim({
  id: 'sumdb-off-verification',
  subject: 'modules',
  answers: ['W4.52'],
  statement: {
    en: 'GO111MODULE=on with GOSUMDB=off switches module verification off.',
    zh: 'GO111MODULE=on 加 GOSUMDB=off 会关闭模块校验。',
  },
  method: {
    en: 'One hash in go.sum is changed and the module is built with the printed settings.',
    zh: '改动 go.sum 中的一个哈希，再以所给设置构建。',
  },
  wouldChange: { en: 'A build that does not notice.', zh: '构建未察觉。' },
  needs: { builds: vendoredBuilds },

  judge({ builds: { changedSum } }) {
    const words = complaint(changedSum);
    if (changedSum.exit === 0)
      return confirmed({
        en: 'the build takes a module whose hash go.sum does not have',
        zh: '构建接受了哈希与 go.sum 不符的模块',
      });
    return /checksum mismatch|SECURITY ERROR|malformed go\.sum|missing go\.sum entry/.test(changedSum.stderr)
      ? refuted({ en: `go stops all the same: ${words}`, zh: `go 依然中止：${words}` })
      : inconclusive({
          en: `the build fails for another reason: ${words}`,
          zh: `构建因其他原因失败：${words}`,
        });
  },
});
