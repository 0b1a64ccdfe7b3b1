import { claimTable } from '../../../test/claim-table.ts';
import { sampleStarts } from '../../../test/sample-first-starts.ts';
import { slowerFirstStart } from './slower-first-start.ts';

claimTable(slowerFirstStart, [
  {
    when: 'when first starts are slower, and native ones are not',
    outcome: 'confirmed',
    evidence: { starts: sampleStarts({ small: [240, 60] }) },
    saying: 'The first start takes 3.99 times',
  },
  {
    when: 'when first starts are as quick as later ones',
    outcome: 'refuted',
    evidence: { starts: sampleStarts({ small: [60.5, 60] }) },
  },
  {
    when: 'when first starts of native programs are slower by as much',
    outcome: 'inconclusive',
    evidence: { starts: sampleStarts({ native: [120, 30], small: [240, 60] }) },
  },
  {
    when: 'with few programs',
    outcome: 'inconclusive',
    evidence: { starts: sampleStarts({ small: [240, 60], count: 12 }) },
  },
  {
    when: 'under another translator',
    outcome: 'not-applicable',
    evidence: { starts: sampleStarts({ means: 'qemu-user', small: [60, 60] }) },
    saying: 'serves as the control',
  },
]);
