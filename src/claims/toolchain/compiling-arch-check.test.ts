import { claimTable } from '../../../test/claim-table.ts';
import { hung, ran } from '../../../test/sample-recorded-run.ts';
import { compilingArchCheck } from './compiling-arch-check.ts';

const THREE = 'GOOS: darwin\nGOARCH: arm64\nCGO_ENABLED: true\n';
const works = ran('go run arch_check.go', { stderr: THREE });
const listings = { listing: '', correctedListing: 'package main\n' };

claimTable(compilingArchCheck, [
  {
    when: 'when it prints three lines',
    outcome: 'confirmed',
    evidence: { check: { ...listings, printed: works, corrected: works } },
  },
  {
    when: 'when it does not compile',
    outcome: 'refuted',
    evidence: {
      check: {
        ...listings,
        printed: ran('go run', {
          exit: 1,
          stderr: '# command-line-arguments\n./arch_check.go:6:33: undefined: runtime.CgoEnabled\n',
        }),
        corrected: works,
      },
    },
    saying: 'exits 1 with 0 of 3 lines: "./arch_check.go:6:33: undefined: runtime.CgoEnabled"',
  },
  {
    when: 'when a line is missing',
    outcome: 'refuted',
    evidence: {
      check: {
        ...listings,
        printed: ran('go run', { stderr: 'GOOS: darwin\nGOARCH: arm64\n' }),
        corrected: works,
      },
    },
  },
  {
    when: 'when this Go runs nothing',
    outcome: 'inconclusive',
    evidence: {
      check: {
        ...listings,
        printed: ran('go run', { exit: 1, stderr: 'go: cannot find main module' }),
        corrected: ran('go run', { exit: 1, stderr: 'go: cannot find main module' }),
      },
    },
  },
  {
    when: 'when it does not end',
    outcome: 'inconclusive',
    evidence: { check: { ...listings, printed: hung('go run'), corrected: works } },
  },
]);
