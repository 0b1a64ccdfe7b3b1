import { claimTable } from '../../../test/claim-table.ts';
import { portOriginsWith } from '../../../test/sample-port-origins.ts';
import type { InstructionPlaces } from '../../evidence/binary/instruction-places.ts';
import { aesEcbInstruction } from './aes-ecb-instruction.ts';

/** Counts and functions of a program of go1.26.8, as aarch64-linux-gnu-objdump shows them. */
function placesOf(mnemonic: string, functions = ['crypto/internal/fips140/aes.encryptBlockAsm']) {
  return { feature: 'aes', mnemonic, words: 40, functions, address: 0x9a000 };
}

function places(...groups: InstructionPlaces['groups']): InstructionPlaces {
  return { functions: 2400, instructions: 148_000, groups };
}

const since18 = portOriginsWith({ 'crypto/aes (arm64)': 'go1.18' });

claimTable(aesEcbInstruction, [
  {
    when: 'as go1.26.8 compiles crypto/aes',
    outcome: 'refuted',
    evidence: { places: places(placesOf('aese'), placesOf('aesmc')), origins: portOriginsWith() },
    saying: 'AESE, AESMC, since go1.11; no instruction is named AES-ECB',
  },
  {
    when: 'when only the runtime uses AES, for its maps',
    outcome: 'refuted',
    evidence: { places: places(placesOf('aese', ['runtime.memhash'])), origins: portOriginsWith() },
    saying: 'no AES instruction at all',
  },
  {
    when: 'when there is such an instruction, and older than 1.18',
    outcome: 'refuted',
    evidence: { places: places(placesOf('aesecb')), origins: portOriginsWith() },
  },
  {
    when: 'when there is such an instruction since 1.18',
    outcome: 'confirmed',
    evidence: { places: places(placesOf('aesecb')), origins: since18 },
  },
  {
    when: 'when there is such an instruction and nobody knows since when',
    outcome: 'inconclusive',
    evidence: { places: places(placesOf('aesecb')), origins: { origins: [] } },
  },
]);
