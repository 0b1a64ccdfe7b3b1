import { claimTable } from '../../../test/claim-table.ts';
import { compiledCode, NO_CODE, VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import { automaticVectorisation } from './automatic-vectorisation.ts';

claimTable(automaticVectorisation, [
  {
    when: 'as go1.26.8 compiles the loops',
    outcome: 'refuted',
    evidence: { code: compiledCode(), history: undefined },
    saying: 'None of 2 loops holds a vector instruction',
  },
  {
    when: 'when one loop is vectorised',
    outcome: 'confirmed',
    evidence: { code: compiledCode({ instead: { SumLoop: VECTOR_LOOP } }), history: undefined },
    saying: 'SumLoop',
  },
  { when: 'without a listing', outcome: 'inconclusive', evidence: { code: NO_CODE, history: undefined } },
]);
