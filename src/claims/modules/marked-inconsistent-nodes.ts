/**
 * The graph is ours: `goassay mod graph --vendor` draws it, and this is whether it marks what is
 * wrong and nothing else.
 *
 * @module
 */

import { markedGraphs } from '../../evidence/modules/marked-graphs.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const markedInconsistentNodes = claim({
  id: 'marked-inconsistent-nodes',
  subject: 'modules',
  answers: ['W4.63'],
  statement: {
    en: 'Inconsistent nodes are marked in the dependency graph.',
    zh: '依赖图中会标出不一致的节点。',
  },
  method: {
    en: 'Plants a changed vendored file, a missing package, a replacement and a stale version in a module with four dependencies, one at a time, and reads which modules the graph marks.',
    zh: '在一个有四个依赖的模块中逐一植入被改的文件、缺失的包、替换与陈旧版本，读出图中被标出的模块。',
  },
  wouldChange: {
    en: 'A change whose module is not marked, or another module marked beside it.',
    zh: '有改动所在模块未被标出，或另有模块被误标。',
  },
  needs: { graphs: markedGraphs },

  judge({ graphs: { pristine, planted } }) {
    if (planted.length === 0) return inconclusive({ en: 'Nothing could be planted', zh: '未能植入改动' });
    const wrong = planted.filter(({ module, marked }) => marked.join() !== module);
    const [first] = wrong;
    if (pristine.length === 0 && !first)
      return confirmed({
        en: `All ${planted.length} planted inconsistencies are marked at their module and nowhere else, and nothing is marked before`,
        zh: `${planted.length} 处植入的不一致均在其模块处标出，别无误标；植入前没有标记`,
      });
    return refuted({
      en: first
        ? `${wrong.length} of ${planted.length} are not marked at their module alone: ${first.change} in ${first.module} marks ${first.marked.join(', ') || 'nothing'}`
        : `${pristine.join(', ')} is marked before anything was planted`,
      zh: first
        ? `${planted.length} 处中有 ${wrong.length} 处未仅在其模块处标出：${first.module} 的“${first.change}”标出了 ${first.marked.join('、') || '无'}`
        : `植入之前 ${pristine.join('、')} 已被标出`,
    });
  },
});
