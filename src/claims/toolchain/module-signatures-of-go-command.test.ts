import { claimTable } from '../../../test/claim-table.ts';
import { moduleSignaturesOfGoCommand } from './module-signatures-of-go-command.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

const listing = ran('go version -m', { stdout: 'go1.26.8\n\tpath\tcmd/go\n\tbuild\t-compiler=gc\n' });
const change = (file: string, hashDiffers = true, stdout = listing.stdout) => ({
  file,
  offset: 7,
  listing: { ...listing, stdout },
  hashDiffers,
});
const changes = ['pkg/tool/linux_amd64/compile', 'src/fmt/print.go', 'bin/go'].map((file) => change(file));

claimTable(moduleSignaturesOfGoCommand, [
  {
    when: 'when there are path and settings only',
    outcome: 'refuted',
    evidence: { tree: { listing, changes } },
    saying: '1 path, 1 build',
  },
  {
    when: 'when its own module has a hash',
    outcome: 'confirmed',
    evidence: { tree: { listing: ran('go', { stdout: 'go1.30\n\tmod\tcmd\tv1\th1:abc=\n' }), changes } },
  },
  {
    when: 'when it fails',
    outcome: 'inconclusive',
    evidence: { tree: { listing: ran('go', { exit: 2 }), changes } },
  },
]);
