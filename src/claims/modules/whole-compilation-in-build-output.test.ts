import { claimTable } from '../../../test/claim-table.ts';
import { wholeCompilationInBuildOutput } from './whole-compilation-in-build-output.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';
import { ran } from '../../../test/sample-recorded-run.ts';

const compiling = ran('go build -x', { stderr: '/go/pkg/tool/compile -o a\n/go/pkg/tool/compile -o b\n' });

claimTable(wholeCompilationInBuildOutput, [
  {
    when: 'when the second run compiles nothing',
    outcome: 'refuted',
    evidence: { builds: vendored() },
    saying: '2 compile steps',
  },
  {
    when: 'when it compiles all again',
    outcome: 'confirmed',
    evidence: {
      builds: vendored({ vendorWords: vendored().vendorWords.map((one) => ({ ...one, run: compiling })) }),
    },
  },
  {
    when: 'when nothing compiles at all',
    outcome: 'inconclusive',
    evidence: { builds: vendored({ builds: [] }) },
  },
]);
