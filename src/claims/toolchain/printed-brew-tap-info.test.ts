import { claimTable } from '../../../test/claim-table.ts';
import { printedBrewTapInfo } from './printed-brew-tap-info.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
const base = {
  tapInfo: ran('brew tap-info', { exit: 1 }),
  fetchAndHash: ran('brew fetch golang-go', {
    exit: 1,
    stderr: 'Error: No available formula with the name "golang-go"',
  }),
  fetchSource: ran('brew fetch go'),
};

claimTable(printedBrewTapInfo, [
  { when: 'when grep finds nothing', outcome: 'refuted', evidence: { brew: base }, saying: 'nothing' },
  {
    when: 'when both are printed',
    outcome: 'confirmed',
    evidence: { brew: { ...base, tapInfo: ran('brew', { stdout: 'sha256: x\ngpg: y\n' }) } },
  },
  {
    when: 'when it hangs',
    outcome: 'inconclusive',
    evidence: { brew: { ...base, tapInfo: ran('brew', { trouble: 'timed out' }) } },
  },
]);
