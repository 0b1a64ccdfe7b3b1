import { claimTable } from '../../../test/claim-table.ts';
import { compiledCode, compiledListing, NO_CODE, VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import { neonComparisonAtAnyLevel } from './neon-comparison-at-any-level.ts';

claimTable(neonComparisonAtAnyLevel, [
  {
    when: 'as go1.26.8 compiles it',
    outcome: 'refuted',
    evidence: { code: compiledCode() },
    saying: '0 vector instructions in 2 compilations',
  },
  {
    when: 'when one level compares vectors',
    outcome: 'confirmed',
    evidence: {
      code: {
        listings: [
          compiledListing('darwin'),
          compiledListing('darwin', { goarm64: 'v9.0', instead: { CompareBytes: VECTOR_LOOP } }),
        ],
      },
    },
    saying: 'GOARM64=v9.0',
  },
  { when: 'without a listing', outcome: 'inconclusive', evidence: { code: NO_CODE } },
]);
