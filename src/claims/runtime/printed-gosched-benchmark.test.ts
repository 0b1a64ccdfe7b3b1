import { claimTable } from '../../../test/claim-table.ts';
import { printedGoschedBenchmark } from './printed-gosched-benchmark.ts';

const ran = { exit: 0, stdout: '', stderr: '' };

claimTable(printedGoschedBenchmark, [
  {
    when: 'when it prints a duration',
    outcome: 'confirmed',
    evidence: {
      printed: { benchmark: { ...ran, stdout: '1M Gosched: 82.4751ms\n' }, lowercase: ran, exported: ran },
    },
    saying: '1M Gosched: 82.4751ms',
  },
  {
    when: 'when it does not compile',
    outcome: 'refuted',
    evidence: {
      printed: {
        benchmark: { exit: 1, stdout: '', stderr: 'main.go:3: syntax error' },
        lowercase: ran,
        exported: ran,
      },
    },
    saying: 'syntax error',
  },
]);
