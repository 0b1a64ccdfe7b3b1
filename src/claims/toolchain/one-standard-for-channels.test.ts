import { claimTable } from '../../../test/claim-table.ts';
import { oneStandardForChannels } from './one-standard-for-channels.ts';
import { heldTree, heldTrees } from '../../../test/sample-held-trees.ts';

const of = (manager: 'official' | 'homebrew' | 'gvm', changes = {}) =>
  heldTrees(heldTree(changes), manager).trees;

claimTable(oneStandardForChannels, [
  {
    when: 'when trees of all three are as released',
    outcome: 'confirmed',
    evidence: {
      trees: {
        trees: [
          ...of('official'),
          ...of('gvm'),
          ...of('homebrew', {
            hash: 'h1:x',
            differences: [{ name: 'src/debug/elf/testdata/a', what: 'removed' }],
          }),
        ],
        unchanged: 0,
      },
    },
  },
  {
    when: 'when a gvm tree was built otherwise',
    outcome: 'refuted',
    evidence: {
      trees: {
        trees: [
          ...of('official'),
          ...of('gvm', { hash: 'h1:x', differences: [{ name: 'bin/go', what: 'changed' }] }),
        ],
        unchanged: 0,
      },
    },
    saying: 'gvm',
  },
  {
    when: 'when only one channel is here',
    outcome: 'inconclusive',
    evidence: { trees: heldTrees(heldTree()) },
    saying: 'homebrew, gvm',
  },
]);
