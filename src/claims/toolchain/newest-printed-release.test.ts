import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { newestPrintedRelease } from './newest-printed-release.ts';

const listed = (newestStable: string) => ({ download: ran('curl'), listing: ran('curl'), newestStable });

/** Days from the release history of go.dev. */
claimTable(newestPrintedRelease, [
  {
    when: 'on 10 July 2024',
    outcome: 'confirmed',
    evidence: { today: { day: '2024-07-10' }, official: undefined },
  },
  {
    when: 'on the day go1.22.6 came out',
    outcome: 'refuted',
    evidence: { today: { day: '2024-08-06' }, official: undefined },
    saying: 'go1.22.6 (2024-08-06)',
  },
  {
    when: 'today',
    outcome: 'refuted',
    evidence: { today: { day: '2026-11-24' }, official: undefined },
    saying: 'the newest go1.27.4',
  },
  {
    when: 'when the official list says otherwise',
    outcome: 'refuted',
    evidence: { today: { day: '2026-11-24' }, official: listed('go1.29.1') },
    saying: 'go1.29.1',
  },
]);
