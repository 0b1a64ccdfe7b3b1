import { claimTable } from '../../../test/claim-table.ts';
import { PRINTED_BASELINE } from '../../evidence/toolchain/printed-baseline.ts';
import { improvementColumn } from './improvement-column.ts';

const [first, ...rest] = PRINTED_BASELINE.rows;

claimTable(improvementColumn, [
  {
    when: 'when the percentages follow',
    outcome: 'confirmed',
    evidence: { baseline: PRINTED_BASELINE },
    saying: '60 %, 71 %, -40 %',
  },
  {
    when: 'when one is off by more than a point',
    outcome: 'refuted',
    evidence: {
      baseline: {
        ...PRINTED_BASELINE,
        rows: [...rest, ...(first ? [{ ...first, improvement: '+37%' }] : [])],
      },
    },
    saying: 'comes to 60 %, and +37% is printed',
  },
]);
