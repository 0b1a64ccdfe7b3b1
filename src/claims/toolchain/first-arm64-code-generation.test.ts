import { claimTable } from '../../../test/claim-table.ts';
import { portOriginsWith } from '../../../test/sample-port-origins.ts';
import { firstArm64CodeGeneration } from './first-arm64-code-generation.ts';

claimTable(firstArm64CodeGeneration, [
  {
    when: 'as the release notes tell it',
    outcome: 'refuted',
    evidence: { origins: portOriginsWith(), history: undefined },
    saying: 'go1.5 is the first release that generates arm64 code, for linux/arm64',
  },
  {
    when: 'when both ports began with 1.16',
    outcome: 'confirmed',
    evidence: { origins: portOriginsWith({ 'linux/arm64': 'go1.16' }), history: undefined },
  },
  {
    when: 'when the table lacks linux/arm64',
    outcome: 'inconclusive',
    evidence: { origins: { origins: portOriginsWith().origins.slice(2) }, history: undefined },
  },
]);
