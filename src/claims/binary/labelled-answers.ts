/**
 * What is concluded about each file of the labelled set: the common ground of the two claims that
 * rest on it. Concluded here, of the recorded readings, by the engine that `goassay inspect` uses.
 *
 * @module
 */

import type { LabelledBinaries } from '../../evidence/binary/labelled-binaries.ts';
import { inspect } from '../../inspection/inspect.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import type { Inspection, NativeVerdict } from '../../model/inspection.ts';
import type { Text } from '../../model/text.ts';

type LabelledFile = LabelledBinaries['files'][number];

export interface Answer {
  readonly file: LabelledFile;
  readonly inspection: Inspection;
}

/** None for a file that made the reader fail: there is no reading to conclude from. */
export function answersOf({ files }: LabelledBinaries): readonly Answer[] {
  return files.flatMap((file) => {
    const { name, sizeBytes, identity, code, damage, crash } = file;
    if (crash !== undefined) return [];
    const read = {
      sizeBytes,
      ...(identity && { identity }),
      ...(code && { code }),
      ...(damage !== undefined && { damage }),
    };
    return [{ file, inspection: inspect(read, name) }];
  });
}

/** Called native, and known not to be. */
export function isFalseNative({ file: { truth }, inspection }: Answer): boolean {
  return (truth === 'other' || truth === 'forged') && inspection.native.verdict === 'native-arm64';
}

const VERDICTS: readonly NativeVerdict[] = [
  'native-arm64',
  'not-arm64',
  'mixed',
  'misrepresented',
  'unreadable',
];

const TRUTHS: Readonly<Record<LabelledFile['truth'], Text>> = {
  native: { en: 'native arm64', zh: '原生 arm64' },
  other: { en: 'honest, not arm64', zh: '如实，非 arm64' },
  forged: { en: 'forged', zh: '伪造' },
  damaged: { en: 'arm64, damaged', zh: 'arm64，已损坏' },
};

export function answersFigure(answers: readonly Answer[]): TableFigure {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = `${answer.file.truth} ${answer.file.change}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return table(
    { en: 'What was done, and what was answered', zh: '所作改动与所得回答' },
    [{ en: 'change', zh: '改动' }, { en: 'truth', zh: '实情' }, { en: 'files', zh: '文件数' }, ...VERDICTS],
    [...groups.values()].map((group) => {
      const { change = '', truth = 'other' } = group[0]?.file ?? {};
      const counts = VERDICTS.map(
        (verdict) => group.filter(({ inspection }) => inspection.native.verdict === verdict).length,
      );
      return [change, TRUTHS[truth], group.length, ...counts];
    }),
  );
}
