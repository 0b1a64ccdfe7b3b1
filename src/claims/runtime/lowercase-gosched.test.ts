import { claimTable } from '../../../test/claim-table.ts';
import { lowercaseGosched } from './lowercase-gosched.ts';

const ran = { exit: 0, stdout: '', stderr: '' };
// Go 1.26.8.
const refused = {
  exit: 1,
  stdout: '',
  stderr: '# command-line-arguments\n./main.go:6:10: undefined: runtime.gosched\n',
};

claimTable(lowercaseGosched, [
  {
    when: 'when it compiles',
    outcome: 'confirmed',
    evidence: { printed: { benchmark: ran, lowercase: ran, exported: ran } },
  },
  {
    when: 'when the compiler refuses it',
    outcome: 'refuted',
    evidence: { printed: { benchmark: ran, lowercase: refused, exported: ran } },
    saying: 'undefined: runtime.gosched',
  },
  {
    when: 'when nothing compiles',
    outcome: 'inconclusive',
    evidence: { printed: { benchmark: refused, lowercase: refused, exported: refused } },
  },
]);
