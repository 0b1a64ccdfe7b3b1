import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { archCheckGoos } from './arch-check-goos.ts';

const mac = {
  system: 'darwin',
  kernel: 'Darwin 24.1.0',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
};
const check = (stderr: string) => ({
  listing: '',
  printed: ran('go run arch_check.go', { exit: 1 }),
  correctedListing: '',
  corrected: ran('go run arch_check.go', { stderr }),
});
const go = goOf('go1.26.8', 'darwin', 'arm64');

claimTable(archCheckGoos, [
  {
    when: 'on a Mac',
    outcome: 'confirmed',
    evidence: { check: check('GOOS: darwin\nGOARCH: arm64\n'), go, system: mac },
  },
  {
    when: 'when another system is printed on a Mac',
    outcome: 'refuted',
    evidence: { check: check('GOOS: ios\nGOARCH: arm64\n'), go, system: mac },
    saying: 'GOOS: ios',
  },
  {
    when: 'on Linux',
    outcome: 'not-applicable',
    evidence: { check: check('GOOS: linux\n'), go: goOf('go1.26.8'), system: { ...mac, system: 'linux' } },
    saying: 'go env GOOS is linux',
  },
  {
    when: 'when nothing is printed',
    outcome: 'inconclusive',
    evidence: { check: check(''), go, system: mac },
  },
]);
