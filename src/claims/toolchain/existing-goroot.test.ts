import { claimTable } from '../../../test/claim-table.ts';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { existingGoroot } from './existing-goroot.ts';

const list = [install('/usr/local/go', 'go1.26.8')];
const set = (value: string, exists = true, hasGo = true) => ({
  found: installs(list, { gorootVariable: { value, exists, hasGo } }),
});

claimTable(existingGoroot, [
  { when: 'when it is unset', outcome: 'confirmed', evidence: { found: installs(list) }, saying: 'unset' },
  { when: 'when it is the tree of the go on PATH', outcome: 'confirmed', evidence: set('/usr/local/go') },
  {
    when: 'when it is that tree with a slash at the end',
    outcome: 'confirmed',
    evidence: set('/usr/local/go/'),
  },
  {
    when: 'when it points nowhere',
    outcome: 'refuted',
    evidence: set('/usr/local/go1.17', false, false),
    saying: '/usr/local/go1.17, which does not exist',
  },
  {
    when: 'when it has no go',
    outcome: 'refuted',
    evidence: set('/home/gopher', true, false),
    saying: 'no bin/go',
  },
  {
    when: 'when it is the tree of another Go',
    outcome: 'refuted',
    evidence: set('/opt/go1.21'),
    saying: 'belongs to /usr/local/go',
  },
  {
    when: 'when no go on PATH answers',
    outcome: 'inconclusive',
    evidence: { found: installs([], { gorootVariable: { value: '/opt/go', exists: true, hasGo: true } }) },
  },
]);
