import { claimTable } from '../../../test/claim-table.ts';
import { compiledCode, NO_CODE, VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import { vectorComparisonLoop } from './vector-comparison-loop.ts';

claimTable(vectorComparisonLoop, [
  {
    when: 'as go1.26.8 compiles it',
    outcome: 'refuted',
    evidence: { code: compiledCode() },
    saying: 'Of its 19 instructions 0 touch vector registers; none of the three is there',
  },
  {
    when: 'with a vector loop that lacks FMNBS',
    outcome: 'refuted',
    evidence: { code: compiledCode({ instead: { CompareBytes: VECTOR_LOOP } }) },
    saying: 'only ld1r, cmeq is there',
  },
  {
    when: 'when the compiler names all three',
    outcome: 'confirmed',
    evidence: { code: compiledCode({ mnemonics: ['VLD1R', 'VCMEQ', 'FMNBS'] }) },
  },
  {
    when: 'without a listing',
    outcome: 'inconclusive',
    evidence: { code: NO_CODE },
    saying: 'flag provided',
  },
]);
