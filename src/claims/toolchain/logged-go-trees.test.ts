import { claimTable } from '../../../test/claim-table.ts';
import { loggedGoTrees } from './logged-go-trees.ts';
import { heldTree, heldTrees } from '../../../test/sample-held-trees.ts';

claimTable(loggedGoTrees, [
  {
    when: 'when every hash is the logged one',
    outcome: 'confirmed',
    evidence: { trees: heldTrees(heldTree()) },
    saying: '11518 files',
  },
  {
    when: 'when only go.env was edited',
    outcome: 'confirmed',
    evidence: {
      trees: heldTrees(
        heldTree({
          hash: 'h1:other',
          hashWithShippedGoEnv: 'h1:logged',
          goEnvSettings: ['GOTOOLCHAIN=local'],
          differences: [{ name: 'go.env', what: 'changed' }],
        }),
      ),
    },
  },
  {
    when: 'when a file of the standard library was changed',
    outcome: 'refuted',
    evidence: {
      trees: heldTrees(
        heldTree({ hash: 'h1:other', differences: [{ name: 'src/fmt/print.go', what: 'changed' }] }),
      ),
    },
    saying: 'src/fmt/print.go',
  },
  {
    when: 'when there is a link',
    outcome: 'refuted',
    evidence: { trees: heldTrees(heldTree({ odd: [{ name: 'bin/go', what: 'link' }] })) },
  },
  {
    when: 'when the record is not at hand',
    outcome: 'inconclusive',
    evidence: {
      trees: heldTrees(
        heldTree({
          logged: { state: 'unknown', reason: { en: 'there is no record of it here', zh: '此处没有其记录' } },
        }),
      ),
    },
    saying: 'no record',
  },
]);
