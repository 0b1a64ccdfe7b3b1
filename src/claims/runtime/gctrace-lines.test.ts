import { claimTable } from '../../../test/claim-table.ts';
import { gctraceLines } from './gctrace-lines.ts';

// As go1.26.8 printed it on linux/amd64.
const LINE =
  'gc 16 @0.009s 12%: 0.12+0.13+0.001 ms clock, 0.25+0/0.10/0.018+0.003 ms cpu, 1->1->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)';
const run = (lines: string[], cycles: number, goarch = 'arm64') => ({
  goarch,
  means: 'qemu-user',
  exit: 0,
  lines,
  cycles,
});
const six = Array.from({ length: 6 }, () => LINE);

claimTable(gctraceLines, [
  {
    when: 'when there are as many lines as cycles',
    outcome: 'confirmed',
    evidence: { trace: { runs: [run(six, 6)] } },
  },
  {
    when: 'when a line is missing',
    outcome: 'refuted',
    evidence: { trace: { runs: [run(six, 7)] } },
    saying: '6 lines stand against 7 cycles',
  },
  {
    when: 'when a line has another form',
    outcome: 'refuted',
    evidence: { trace: { runs: [run([...six.slice(1), 'gc 16 what'], 6)] } },
  },
  {
    when: 'when the program hardly collects',
    outcome: 'inconclusive',
    evidence: { trace: { runs: [run([LINE], 1)] } },
  },
]);
