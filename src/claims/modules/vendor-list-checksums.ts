/**
 * The graph has no standard library to filter, and modules.txt no checksum to compare.
 *
 * @module
 */

import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { complaintOf, exitOf, trialOf } from '../../evidence/modules/trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const vendorListChecksums = claim({
  id: 'vendor-list-checksums',
  subject: 'modules',
  answers: ['W4.62'],
  statement: {
    en: 'The audit filters the standard library from go mod graph and compares the checksums in vendor/modules.txt.',
    zh: '审计流程从 go mod graph 中过滤标准库,并比对 vendor/modules.txt 中的校验和。',
  },
  method: {
    en: 'Searches go mod graph of a vendored module for packages of the standard library, and its modules.txt for digests.',
    zh: '在一个已 vendor 的模块中，于 go mod graph 里查找标准库包，于 modules.txt 里查找摘要。',
  },
  wouldChange: {
    en: 'A package of the standard library in the graph and a digest in modules.txt.',
    zh: '图中出现标准库包，且 modules.txt 中出现摘要。',
  },
  needs: { vendor: vendorTrials },

  judge({ vendor }) {
    const trial = trialOf(vendor, 'vendored for two targets');
    if (exitOf(trial, 4) !== 0 || exitOf(trial, 5) !== 0)
      return inconclusive({
        en: `The graph or the list could not be read: ${complaintOf(trial, 4)}`,
        zh: `未能读取图或列表：${complaintOf(trial, 4)}`,
      });
    const nodes = new Set(
      (trial.commands[4]?.stdout ?? '').split(/\s+/).map((name) => name.replace(/@.*/, '')),
    );
    const standard = ['fmt', 'net/http', 'os', 'runtime', 'std'].filter((name) => nodes.has(name));
    const digests = /\bh1:|\b[0-9a-f]{40,}\b/.test(trial.commands[5]?.stdout ?? '');
    const told = {
      en: `go mod graph has ${standard.length === 0 ? 'no' : standard.join(', ')} packages of the standard library, and modules.txt ${digests ? 'has' : 'has no'} digests`,
      zh: `go mod graph ${standard.length === 0 ? '不含' : `含 ${standard.join('、')} 等`}标准库包，modules.txt ${digests ? '含' : '不含'}摘要`,
    };
    return standard.length > 0 && digests ? confirmed(told) : refuted(told);
  },
});
