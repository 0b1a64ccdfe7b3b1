import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { arm64OnlyMnemonics } from './arm64-only-mnemonics.ts';

/** As LLVM 14's llvm-mc answers. */
const CONTROL = {
  triple: 'aarch64',
  assembly: 'movk x0, #1',
  run: ran('llvm-mc', { stdout: '\t.text\n\tmovk\tx0, #1\n' }),
};
const A32 = {
  triple: 'armv7',
  assembly: 'ldr r0, [r1]',
  run: ran('llvm-mc', { stdout: '\t.text\n\tldr\tr0, [r1]\n' }),
};
const REFUSED = {
  triple: 'armv7',
  assembly: 'movk r0, #1',
  run: ran('llvm-mc', { exit: 1, stderr: 'error: invalid instruction' }),
};
/** As `go tool objdump -gnu` of go1.26.8 shows an object for s390x. */
const S390X = {
  goarch: 's390x',
  instructions: 160,
  found: [{ mnemonic: 'br', count: 12, first: 'br %r14' }],
};
const NOTHING = { goarch: 'riscv64', instructions: 140, found: [] };

claimTable(arm64OnlyMnemonics, [
  {
    when: 'when A32 has ldr and s390x has br',
    outcome: 'refuted',
    evidence: { foreign: { assembled: [CONTROL, A32, REFUSED], disassembled: [S390X, NOTHING] } },
    saying: '2 of three occur elsewhere: br (s390x); ldr (armv7)',
  },
  {
    when: 'when no other architecture has them',
    outcome: 'confirmed',
    evidence: { foreign: { assembled: [CONTROL, REFUSED], disassembled: [NOTHING] } },
  },
  {
    when: 'when nothing could be asked',
    outcome: 'inconclusive',
    evidence: { foreign: { assembled: [], disassembled: [] } },
    saying: 'no assembler was at hand',
  },
]);
