import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import type { InstructionPlaces } from '../../evidence/binary/instruction-places.ts';
import { scalableVectorFallback } from './scalable-vector-fallback.ts';

const AES = { feature: 'aes', mnemonic: 'aese', words: 46, functions: ['memhash'], address: 0x11000 };
/** `match p0.b, p0/z, z0.b, z1.b` is of SVE2, as llvm-mc -mattr=+sve2 tells. */
const SVE2 = { feature: 'sve2', mnemonic: 'match', words: 3, functions: ['main.find'], address: 0x12000 };

function places(instructions: number, ...groups: InstructionPlaces['groups']): InstructionPlaces {
  return { functions: 2424, instructions, groups };
}

const go = goOf('go1.26.8');

claimTable(scalableVectorFallback, [
  {
    when: 'as go1.26.8 builds the metrics program',
    outcome: 'refuted',
    evidence: { places: places(207_000, AES), go, features: undefined, history: undefined },
    saying: 'None of the 207,000 instructions',
  },
  {
    when: 'when SVE2 code is emitted',
    outcome: 'confirmed',
    evidence: {
      places: places(207_000, AES, SVE2),
      go,
      features: { vocabulary: 'hwcap', features: ['sve2'] },
      history: undefined,
    },
    saying: 'first in main.find at 0x12000',
  },
  {
    when: 'when the program is small',
    outcome: 'inconclusive',
    evidence: { places: places(9000, AES), go, features: undefined, history: undefined },
  },
  {
    when: 'when the Go is older',
    outcome: 'inconclusive',
    evidence: {
      places: places(207_000, AES),
      go: goOf('go1.22.12'),
      features: undefined,
      history: undefined,
    },
    saying: 'older than 1.23',
  },
]);
