import { claimTable } from '../../../test/claim-table.ts';
import { forged, labelled } from '../../../test/sample-labelled-binaries.ts';
import { metadataAndCodeNativeness } from './metadata-and-code-nativeness.ts';

const many = Array.from({ length: 500 }, () => forged());

claimTable(metadataAndCodeNativeness, [
  {
    when: 'when no forged file is called native',
    outcome: 'confirmed',
    evidence: { set: { files: [labelled('native'), ...many] } },
    saying: 'None of 501 files is falsely called native, 500 forged ones included',
  },
  {
    when: 'when one is',
    outcome: 'refuted',
    evidence: { set: { files: [...many, labelled('forged')] } },
    saying: '“myapp: forged” is called native, but it is forged',
  },
  {
    when: 'when a few files could be made',
    outcome: 'inconclusive',
    evidence: { set: { files: [labelled('native'), forged()] } },
    saying: 'only 2 files',
  },
]);
