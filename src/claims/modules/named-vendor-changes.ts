/**
 * The tool tells whether vendor/ is what the verified modules make of it, and names every planted change.
 *
 * @module
 */

import { vendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const namedVendorChanges = claim({
  id: 'named-vendor-changes',
  subject: 'modules',
  answers: ['W4.51'],
  statement: {
    en: 'The tool tells whether vendor/ is what the verified modules make of it, and names every planted change.',
    zh: '工具能判定 vendor/ 是否与经验证的模块相符，并指出每处植入的改动。',
  },
  method: {
    en: 'vendor/ of a small module is recomputed from modules whose hashes go.sum has; then changes are planted one by one. Hit rates are another claim (counted-cache-hits).',
    zh: '由 go.sum 所载哈希的模块重算小模块的 vendor/，再逐一植入改动。命中率另有主张（counted-cache-hits）。',
  },
  wouldChange: {
    en: 'A change that is not named, or a finding in what is pristine.',
    zh: '有改动未被指出，或对完好者误报。',
  },
  needs: { builds: vendoredBuilds },

  judge({ builds: { planted, pristineFindings } }) {
    const missed = planted.filter(({ named }) => !named);
    if (planted.length === 0) return inconclusive({ en: 'nothing could be planted', zh: '未能植入改动' });
    return missed.length === 0 && pristineFindings === 0
      ? confirmed({
          en: `all ${planted.length} planted changes are named, and the pristine vendor/ raises nothing`,
          zh: `${planted.length} 处植入的改动全部指出，完好的 vendor/ 无误报`,
        })
      : refuted({
          en: `${missed.length} of ${planted.length} planted changes are not named (${missed.map(({ change }) => change).join(', ')}); ${pristineFindings} findings before any`,
          zh: `${planted.length} 处植入的改动中有 ${missed.length} 处未指出（${missed.map(({ change }) => change).join('、')}）；植入前有 ${pristineFindings} 处误报`,
        });
  },
});
