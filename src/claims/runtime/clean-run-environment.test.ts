import { claimTable } from '../../../test/claim-table.ts';
import { cleanRunEnvironment } from './clean-run-environment.ts';

const planted = ['GOFLAGS', 'GODEBUG', 'GOGC'];
const seen = {
  declared: { GOGC: '' },
  clean: ['HOME', 'PATH'],
  planted,
  polluted: ['HOME', 'PATH', ...planted],
};

claimTable(cleanRunEnvironment, [
  {
    when: 'when nothing that changes a Go program gets through',
    outcome: 'confirmed',
    evidence: { environment: seen },
    saying: 'HOME, PATH',
  },
  {
    when: 'when GOGC does',
    outcome: 'refuted',
    evidence: { environment: { ...seen, clean: ['GOGC', 'PATH'] } },
    saying: 'GOGC reaches',
  },
  {
    when: 'when not even the planted ones were seen',
    outcome: 'inconclusive',
    evidence: { environment: { ...seen, polluted: ['PATH'] } },
  },
]);
