import { claimTable } from '../../../test/claim-table.ts';
import { sampleStarts } from '../../../test/sample-first-starts.ts';
import { justInTimeRosetta } from './just-in-time-rosetta.ts';

claimTable(justInTimeRosetta, [
  {
    when: 'when untouched code costs nothing and nothing is stored',
    outcome: 'confirmed',
    evidence: { starts: sampleStarts({ small: [90, 60], large: [90, 60], store: 'listed' }) },
    saying: '0 translations',
  },
  {
    when: 'when untouched code is translated and stored',
    outcome: 'refuted',
    evidence: { starts: sampleStarts({ small: [90, 60], large: [190, 60], store: 'listed', stored: 40 }) },
    saying: 'adds 100 ms',
  },
  {
    when: 'when something is stored though untouched code costs nothing',
    outcome: 'inconclusive',
    evidence: { starts: sampleStarts({ small: [90, 60], store: 'listed', stored: 40 }) },
  },
  {
    when: 'when the store may not be looked into',
    outcome: 'inconclusive',
    evidence: { starts: sampleStarts({ small: [90, 60], large: [190, 60] }) },
    saying: 'may not be looked into',
  },
  {
    when: 'under another translator',
    outcome: 'not-applicable',
    evidence: { starts: sampleStarts({ means: 'qemu-user', small: [60, 60] }) },
  },
]);
