/**
 * SVE and SME up to Armv9.7, recognised word by word with the feature each needs; their text is not
 * written.
 *
 * @module
 */

import { recognised, type Row } from './row.ts';
import { SVE_ENCODINGS } from './scalable-encodings.ts';
import { SME_ENCODINGS } from './scalable-matrix-encodings.ts';

const rows = (table: Readonly<Record<string, string>>, kind: 'sve' | 'sme'): readonly Row[] =>
  Object.entries(table).flatMap(([feature, patterns]) =>
    patterns
      .trim()
      .split(/\s+/)
      .map((pattern) => {
        const [mask = '', value = ''] = pattern.split('/');
        return recognised(Number.parseInt(mask, 16), Number.parseInt(value, 16), kind, feature);
      }),
  );

export const SCALABLE: readonly Row[] = [...rows(SME_ENCODINGS, 'sme'), ...rows(SVE_ENCODINGS, 'sve')];
