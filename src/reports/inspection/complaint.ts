/**
 * What is wrong with an inspected file, for formats that list only that.
 *
 * @module
 */

import type { Inspection } from '../../model/inspection.ts';
import type { Text } from '../../model/text.ts';

export interface Complaint {
  /** Kebab-case, stable: code scanning remembers by it. */
  readonly rule: string;
  readonly title: Text;
  readonly level: 'error' | 'warning';
  readonly path: string;
  readonly because: Text;
  /** From the start of the file. */
  readonly offset?: number;
}

/** A requirement that a file did not meet, as the gate found it. */
export interface Unmet {
  readonly path: string;
  readonly requirement: string;
  readonly isKnown: boolean;
  readonly because: Text;
}

export function complaintsOf(inspections: readonly Inspection[], unmet: readonly Unmet[]): Complaint[] {
  return [
    ...inspections.flatMap(contradictions),
    ...inspections.flatMap(brokenSignatures),
    ...unmet.map(({ path, requirement, isKnown, because }): Complaint => ({
      rule: `require-${requirement.replaceAll(/[^a-z0-9.]+/gi, '-')}`,
      title: {
        en: `The file must meet ${requirement}`,
        zh: `文件须满足 ${requirement}`,
      },
      level: isKnown ? 'error' : 'warning',
      path,
      because,
    })),
  ];
}

function contradictions({ path, native, slices }: Inspection): Complaint[] {
  if (native.verdict !== 'misrepresented' && native.verdict !== 'unreadable') return [];
  const against = slices
    .flatMap((slice) => slice.native.witnesses)
    .find(({ speaksFor, offset }) => speaksFor === 'other' && offset !== undefined);
  return [
    {
      rule: native.verdict,
      title:
        native.verdict === 'misrepresented'
          ? { en: 'Witnesses to the architecture contradict each other', zh: '架构见证相互矛盾' }
          : { en: 'The file is no executable that a loader would map', zh: '加载器无法映射该文件' },
      level: native.verdict === 'misrepresented' ? 'error' : 'warning',
      path,
      because: native.because,
      ...(against?.offset !== undefined && { offset: against.offset }),
    },
  ];
}

function brokenSignatures({ path, slices }: Inspection): Complaint[] {
  return slices.flatMap(({ offset, signature }) => {
    if (!signature || signature.state === 'none' || signature.state === 'valid') return [];
    const [page] = signature.badPages;
    return [
      {
        rule: 'code-signature',
        title: { en: 'The code signature does not hold', zh: '代码签名不成立' },
        level: 'error' as const,
        path,
        because: signature.because,
        ...(page !== undefined && { offset: offset + page * 4096 }),
      },
    ];
  });
}
