import { claimTable } from '../../../test/claim-table.ts';
import { commonFinalCheck } from './common-final-check.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

const listing = ran('go version -m', { stdout: 'go1.26.8\n\tpath\tcmd/go\n\tbuild\t-compiler=gc\n' });
const change = (file: string, hashDiffers = true, stdout = listing.stdout) => ({
  file,
  offset: 7,
  listing: { ...listing, stdout },
  hashDiffers,
});
const changes = ['pkg/tool/linux_amd64/compile', 'src/fmt/print.go', 'bin/go'].map((file) => change(file));

claimTable(commonFinalCheck, [
  {
    when: 'when it prints the same lines',
    outcome: 'refuted',
    evidence: { tree: { listing, changes } },
    saying: 'found 3 of 3',
  },
  {
    when: 'when every change shows',
    outcome: 'confirmed',
    evidence: { tree: { listing, changes: changes.map(({ file }) => change(file, true, 'other')) } },
  },
  {
    when: 'when it cannot be run',
    outcome: 'inconclusive',
    evidence: { tree: { listing: { ...listing, exit: 1 }, changes } },
  },
]);
