import { claimTable } from '../../../test/claim-table.ts';
import { AMD64, install, installs } from '../../../test/sample-go-installs.ts';
import { hardware } from '../../../test/sample-translation.ts';
import { singleArchitectureInstalls } from './single-architecture-installs.ts';

const silicon = hardware('arm64');
const official = install('/usr/local/go', 'go1.26.8');
const brew = install('/usr/local/Cellar/go/1.22.5/libexec', 'go1.22.5', {
  manager: 'homebrew',
  header: AMD64,
});

claimTable(singleArchitectureInstalls, [
  {
    when: 'when all are arm64',
    outcome: 'confirmed',
    evidence: { found: installs([official]), machine: silicon },
  },
  {
    when: 'when the Intel Homebrew left one behind',
    outcome: 'refuted',
    evidence: { found: installs([official, brew]), machine: silicon },
    saying: 'amd64 and arm64: go1.26.8 at /usr/local/go/bin/go (arm64), go1.22.5 at /usr/local/Cellar',
  },
  {
    when: 'when no header can be read',
    outcome: 'inconclusive',
    evidence: {
      found: installs([{ ...official, tools: [], header: { format: 'script', architectures: [] } }]),
      machine: silicon,
    },
  },
  {
    when: 'when there is no Go',
    outcome: 'not-applicable',
    evidence: { found: installs([]), machine: silicon },
  },
]);
