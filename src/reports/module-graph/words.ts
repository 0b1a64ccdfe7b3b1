/**
 * What is remarkable about a module of a graph, in both languages.
 *
 * @module
 */

import type { ModuleNode } from '../../model/module-graph.ts';
import type { Text } from '../../model/text.ts';

export interface Remark {
  readonly kind: 'replaced' | 'retracted' | 'deprecated' | 'inconsistent' | 'unread';
  readonly text: Text;
}

export function remarksOf({
  replacedBy,
  retracted,
  deprecated,
  inconsistencies = [],
  unread,
}: ModuleNode): Remark[] {
  const remarks: Remark[] = [];
  if (replacedBy) {
    const by =
      replacedBy.version === undefined ? replacedBy.path : `${replacedBy.path}@${replacedBy.version}`;
    remarks.push({ kind: 'replaced', text: { en: `replaced by ${by}`, zh: `被替换为 ${by}` } });
  }
  if (retracted) {
    const why = retracted.rationale === '' ? '' : `: ${retracted.rationale}`;
    remarks.push({
      kind: 'retracted',
      text: { en: `retracted by ${retracted.by}${why}`, zh: `已被 ${retracted.by} 撤回${why}` },
    });
  }
  if (deprecated) {
    const { by, message } = deprecated;
    remarks.push({
      kind: 'deprecated',
      text: { en: `deprecated by ${by}: ${message}`, zh: `已被 ${by} 弃用：${message}` },
    });
  }
  const [first] = inconsistencies;
  if (first) {
    const more = inconsistencies.length - 1;
    remarks.push({
      kind: 'inconsistent',
      text: {
        en: `vendor/ is inconsistent: ${first.en}${more > 0 ? `, and ${more} more` : ''}`,
        zh: `vendor/ 不一致：${first.zh}${more > 0 ? `，另有 ${more} 处` : ''}`,
      },
    });
  }
  if (unread !== undefined)
    remarks.push({
      kind: 'unread',
      text: { en: `go.mod not read: ${unread}`, zh: `未读 go.mod：${unread}` },
    });
  return remarks;
}
