import { claimTable } from '../../../test/claim-table.ts';
import { completeUnpackedTree } from './complete-unpacked-tree.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

const replay = {
  version: 'go1.26.8',
  files: 15_036,
  emptied: ran('rm -rf'),
  unpacked: ran('tar'),
  result: { missing: 0, changed: 0, stale: 0 },
  versionLine: ran('go version', { stdout: 'go version go1.26.8 linux/amd64\n' }),
  withoutEmptying: { missing: 0, changed: 0, stale: 1 },
};

claimTable(completeUnpackedTree, [
  { when: 'when every file is there', outcome: 'confirmed', evidence: { replay }, saying: '15036 files' },
  {
    when: 'when one is left over',
    outcome: 'refuted',
    evidence: { replay: { ...replay, result: { missing: 0, changed: 0, stale: 1 } } },
  },
  {
    when: 'when bin/go does not run',
    outcome: 'refuted',
    evidence: {
      replay: { ...replay, versionLine: ran('go version', { exit: 126, stderr: 'cannot execute' }) },
    },
    saying: 'cannot execute',
  },
  {
    when: 'when tar fails',
    outcome: 'inconclusive',
    evidence: { replay: { ...replay, unpacked: ran('tar', { exit: 2, stderr: 'no space left' }) } },
    saying: 'no space',
  },
]);
