import { claimTable } from '../../../test/claim-table.ts';
import type { MnemonicCounts } from '../../evidence/binary/mnemonic-counts.ts';
import { mnemonicPassCondition } from './mnemonic-pass-condition.ts';

type Text = MnemonicCounts['texts'][number];

/** hello of go1.26.8 for both architectures: counts by aarch64-linux-gnu-objdump -b binary -m aarch64. */
const ARM64: Text = {
  path: '/x/hello-arm64',
  architecture: 'arm64',
  words: 114_445,
  movk: 515,
  br: 42,
  ldp: 1749,
};
const AMD64: Text = {
  path: '/x/hello-amd64',
  architecture: 'amd64',
  words: 120_236,
  movk: 128,
  br: 0,
  ldp: 505,
};

function many(text: Text, count: number): Text[] {
  return Array.from({ length: count }, () => text);
}

claimTable(mnemonicPassCondition, [
  {
    when: 'when x86-64 code holds ldp by chance',
    outcome: 'refuted',
    evidence: { counts: { texts: [ARM64, AMD64] } },
    saying: '1 of 1 x86-64 programs pass, such as hello-amd64 with 505 ldp',
  },
  {
    when: 'when arm64 code has none of them',
    outcome: 'refuted',
    evidence: { counts: { texts: [{ ...ARM64, movk: 0, br: 0, ldp: 0 }] } },
  },
  {
    when: 'when they keep apart in 50 programs',
    outcome: 'confirmed',
    evidence: { counts: { texts: [...many(ARM64, 25), ...many({ ...AMD64, movk: 0, ldp: 0 }, 25)] } },
  },
  {
    when: 'when only a few could be read',
    outcome: 'inconclusive',
    evidence: { counts: { texts: [ARM64, { ...AMD64, movk: 0, ldp: 0 }] } },
    saying: 'Only 1 arm64 and 1 x86-64',
  },
]);
