import { claimTable } from '../../../test/claim-table.ts';
import { namedVendorChanges } from './named-vendor-changes.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';

claimTable(namedVendorChanges, [
  { when: 'when every change is named', outcome: 'confirmed', evidence: { builds: vendored() } },
  {
    when: 'when one is not',
    outcome: 'refuted',
    evidence: { builds: vendored({ planted: [{ change: 'an edit', file: 'x', named: false }] }) },
    saying: 'an edit',
  },
  {
    when: 'when the pristine tree raises something',
    outcome: 'refuted',
    evidence: { builds: vendored({ pristineFindings: 1 }) },
  },
  {
    when: 'when nothing could be planted',
    outcome: 'inconclusive',
    evidence: { builds: vendored({ planted: [] }) },
  },
]);
