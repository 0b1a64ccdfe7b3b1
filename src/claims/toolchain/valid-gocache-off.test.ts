import { claimTable } from '../../../test/claim-table.ts';
import { hung, ran } from '../../../test/sample-recorded-run.ts';
import { validGocacheOff } from './valid-gocache-off.ts';

const control = ran('go build one.go');
const refusal = ran('GOCACHE=off go build one.go', {
  exit: 1,
  stderr: 'build cache is disabled by GOCACHE=off, but required as of Go 1.12\n',
});

claimTable(validGocacheOff, [
  {
    when: 'when it builds, as Go 1.10 and 1.11 did',
    outcome: 'confirmed',
    evidence: { seen: { build: ran('GOCACHE=off go build one.go'), control } },
  },
  {
    when: 'when go refuses',
    outcome: 'refuted',
    evidence: { seen: { build: refusal, control } },
    saying: 'required as of Go 1.12',
  },
  {
    when: 'when nothing builds without it either',
    outcome: 'inconclusive',
    evidence: { seen: { build: refusal, control: ran('go build one.go', { exit: 1, stderr: 'disk full' }) } },
  },
  {
    when: 'when it does not end',
    outcome: 'inconclusive',
    evidence: { seen: { build: hung('GOCACHE=off go build one.go'), control } },
  },
]);
