import { claimTable } from '../../../test/claim-table.ts';
import { VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import type { LibraryCalls } from '../../evidence/binary/library-calls.ts';
import { vectorisedComparisonLibrary } from './vectorised-comparison-library.ts';

type Reached = LibraryCalls['calls'][number]['reaches'][number];

const VECTOR_WORDS = VECTOR_LOOP.split(' ').map((word) => Number.parseInt(word, 16));
/** mov x0, x1; ret, as llvm-mc assembles them. */
const PLAIN_WORDS = [0xaa0103e0, 0xd65f03c0];

const EQUAL: Reached = {
  function: 'runtime.memequal',
  address: 0x12000,
  words: VECTOR_WORDS,
  assembly: { file: 'internal/bytealg/equal_arm64.s', line: 23 },
};
const INDEX: Reached = { function: 'strings.Index', address: 0x13000, words: PLAIN_WORDS };

function library(equal: Reached[], index: Reached[]): LibraryCalls {
  return {
    calls: [
      { call: 'bytes.Equal', reaches: equal },
      { call: 'strings.Index', reaches: index },
    ],
  };
}

claimTable(vectorisedComparisonLibrary, [
  {
    when: 'as go1.26.8 builds them',
    outcome: 'refuted',
    evidence: { library: library([EQUAL], [INDEX]) },
    saying:
      'All 4 vector instructions that they run are hand-written in internal/bytealg/equal_arm64.s; the 1 functions',
  },
  {
    when: 'when compiled Go holds vector instructions',
    outcome: 'confirmed',
    evidence: { library: library([EQUAL], [{ ...INDEX, words: VECTOR_WORDS }]) },
    saying: 'strings.Index, which strings.Index runs, is compiled Go and holds 4',
  },
  {
    when: 'when nothing is vectorised',
    outcome: 'refuted',
    evidence: { library: library([{ ...EQUAL, words: PLAIN_WORDS }], [INDEX]) },
  },
  {
    when: 'when a call could not be followed',
    outcome: 'inconclusive',
    evidence: { library: library([EQUAL], []) },
    saying: 'strings.Index',
  },
]);
