import { claimTable } from '../../../test/claim-table.ts';
import { vendorWordAsProof } from './vendor-word-as-proof.ts';
import { vendored } from '../../../test/sample-vendored-builds.ts';

claimTable(vendorWordAsProof, [
  {
    when: 'when a filled cache hides it and a directory name fakes it',
    outcome: 'refuted',
    evidence: { builds: vendored() },
    saying: '1 of the vendored',
  },
  {
    when: 'when it tells',
    outcome: 'confirmed',
    evidence: {
      builds: vendored({
        vendorWords: vendored().vendorWords.map((one) => ({ ...one, lines: one.vendored ? 2 : 0 })),
      }),
    },
  },
  {
    when: 'when nothing was built',
    outcome: 'inconclusive',
    evidence: { builds: vendored({ vendorWords: [] }) },
  },
]);
