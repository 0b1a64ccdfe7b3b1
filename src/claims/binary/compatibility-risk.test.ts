import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary } from '../../../test/sample-binaries.ts';
import { compatibilityRisk } from './compatibility-risk.ts';

claimTable(compatibilityRisk, [
  {
    when: 'when no supported release refuses the build',
    outcome: 'confirmed',
    evidence: { identity: machoBinary() },
  },
  {
    when: 'when the minimum excludes a supported release',
    outcome: 'refuted',
    evidence: { identity: machoBinary({ macho: { minimumOs: '26.0.0' } }) },
    saying: 'macOS 15 refuses it',
  },
]);
