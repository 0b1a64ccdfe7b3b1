import { claimTable } from '../../../test/claim-table.ts';
import { compiledCode, NO_CODE, VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import { sixteenBytesPerCycle } from './sixteen-bytes-per-cycle.ts';

/** ldr q1, [x0], #16 and b.ne back to it: more than a core could do is not for a bound to deny. */
const ONE_LOAD_ROUND = '3cc10401 54ffffe1 d65f03c0';

/** A loop of one word: b.ne to itself is no load, so nothing is compared. */
const LOAD_ONLY = '3cc10401';

claimTable(sixteenBytesPerCycle, [
  {
    when: 'as go1.26.8 compiles it: a byte in seven instructions',
    outcome: 'refuted',
    evidence: { code: compiledCode() },
    saying: 'One round compares 1 byte in 7 instructions: at most 2.9 bytes per cycle',
  },
  {
    when: 'with sixteen bytes in five instructions',
    outcome: 'inconclusive',
    evidence: { code: compiledCode({ instead: { CompareBytes: VECTOR_LOOP } }) },
  },
  {
    when: 'with thirty-two bytes in two instructions',
    outcome: 'confirmed',
    // ldp q0, q1, [x0], #32; b.ne #-4, as llvm-mc assembles them.
    evidence: { code: compiledCode({ instead: { CompareBytes: 'acc10400 54ffffe1 d65f03c0' } }) },
  },
  {
    when: 'with sixteen bytes in two instructions',
    outcome: 'inconclusive',
    evidence: { code: compiledCode({ instead: { CompareBytes: ONE_LOAD_ROUND } }) },
  },
  {
    when: 'without a loop',
    outcome: 'inconclusive',
    evidence: { code: compiledCode({ instead: { CompareBytes: LOAD_ONLY } }) },
    saying: 'No loop',
  },
  { when: 'without a listing', outcome: 'inconclusive', evidence: { code: NO_CODE } },
]);
