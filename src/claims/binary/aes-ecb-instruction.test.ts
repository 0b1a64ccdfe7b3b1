import { claimTable } from '../../../test/claim-table.ts';
import { portOriginsWith } from '../../../test/sample-port-origins.ts';
import type { InstructionPlaces } from '../../evidence/binary/instruction-places.ts';
import type { CodeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { aesEcbInstruction } from './aes-ecb-instruction.ts';

/** Counts and functions of a program of go1.26.8, as aarch64-linux-gnu-objdump shows them. */
function placesOf(mnemonic: string, functions = ['crypto/internal/fips140/aes.encryptBlockAsm']) {
  return { feature: 'aes', mnemonic, words: 40, functions, address: 0x9a000 };
}

function places(...groups: InstructionPlaces['groups']): InstructionPlaces {
  return { functions: 2400, instructions: 148_000, groups };
}

/** As go1.17 compiles the program. */
const HISTORY: CodeGenerationHistory = {
  releases: [
    {
      minor: 17,
      version: 'go1.17',
      functions: [],
      program: {
        instructions: 160_000,
        groups: [{ feature: 'aes', mnemonic: 'aese', words: 60, functions: ['crypto/aes.encryptBlockAsm'] }],
      },
    },
  ],
};

const since18 = portOriginsWith({ 'crypto/aes (arm64)': 'go1.18' });

claimTable(aesEcbInstruction, [
  {
    when: 'as go1.26.8 compiles crypto/aes',
    outcome: 'refuted',
    evidence: {
      places: places(placesOf('aese'), placesOf('aesmc')),
      origins: portOriginsWith(),
      history: undefined,
    },
    saying: 'AESE, AESMC, since go1.11; no instruction is named AES-ECB',
  },
  {
    when: 'when only the runtime uses AES, for its maps',
    outcome: 'refuted',
    evidence: {
      places: places(placesOf('aese', ['runtime.memhash'])),
      origins: portOriginsWith(),
      history: undefined,
    },
    saying: 'no AES instruction at all',
  },
  {
    when: 'when there is such an instruction, and older than 1.18',
    outcome: 'refuted',
    evidence: { places: places(placesOf('aesecb')), origins: portOriginsWith(), history: undefined },
  },
  {
    when: 'when there is such an instruction since 1.18',
    outcome: 'confirmed',
    evidence: { places: places(placesOf('aesecb')), origins: since18, history: undefined },
  },
  {
    when: 'when a compiled 1.17 has AES instructions, whatever the table says',
    outcome: 'refuted',
    evidence: { places: places(placesOf('aesecb')), origins: since18, history: HISTORY },
  },
  {
    when: 'when there is such an instruction and nobody knows since when',
    outcome: 'inconclusive',
    evidence: { places: places(placesOf('aesecb')), origins: { origins: [] }, history: undefined },
  },
]);
