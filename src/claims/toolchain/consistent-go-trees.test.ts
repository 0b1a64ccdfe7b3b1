import { claimTable } from '../../../test/claim-table.ts';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { consistentGoTrees } from './consistent-go-trees.ts';

const official = install('/usr/local/go', 'go1.26.8');

claimTable(consistentGoTrees, [
  {
    when: 'when file and command agree',
    outcome: 'confirmed',
    evidence: { found: installs([official]) },
    saying: '1 of 1 installs',
  },
  {
    when: 'when the command adds its experiments',
    outcome: 'confirmed',
    evidence: {
      found: installs([{ ...official, versionLine: 'go version go1.26.8 X:boringcrypto linux/amd64' }]),
    },
  },
  {
    when: 'when one release was unpacked over another',
    outcome: 'refuted',
    evidence: { found: installs([{ ...official, versionFile: { version: 'go1.22.5' } }]) },
    saying: 'says go1.26.8, its VERSION file go1.22.5',
  },
  {
    when: 'when no tree has both',
    outcome: 'inconclusive',
    evidence: {
      found: installs([
        {
          path: '/b/go',
          realPath: '/b/go',
          aliases: [],
          manager: 'unknown',
          positions: [1],
          tools: [],
          trouble: 'hangs',
        },
      ]),
    },
  },
]);
