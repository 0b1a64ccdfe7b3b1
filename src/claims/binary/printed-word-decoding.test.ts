import { claimTable } from '../../../test/claim-table.ts';
import { printedWordDecoding } from './printed-word-decoding.ts';

/** As LLVM 14's llvm-mc and GNU objdump 2.40 print them. */
const LLVM = {
  command: 'llvm-mc -disassemble -triple=aarch64 words.txt',
  exit: 0,
  texts: ['mov x0, #0', 'movk x0, #0, lsl #16', 'movk x0, #0, lsl #32', 'br x0'],
};
const GNU = {
  command: 'aarch64-linux-gnu-objdump -D -b binary -m aarch64 words.bin',
  exit: 0,
  texts: ['mov x0, #0x0', 'movk x0, #0x0, lsl #16', 'movk x0, #0x0, lsl #32', 'br x0'],
};
const NO_SUCH_MACHINE = { command: 'objdump -m aarch64', exit: 1, texts: [] };

claimTable(printedWordDecoding, [
  {
    when: 'when all disassemblers agree with the text',
    outcome: 'confirmed',
    evidence: { words: { readings: [LLVM, GNU, NO_SUCH_MACHINE] } },
    saying: 'by goassay, llvm-mc, aarch64-linux-gnu-objdump',
  },
  { when: 'by our decoder alone', outcome: 'confirmed', evidence: { words: { readings: [] } } },
  {
    when: 'when one reads a word otherwise',
    outcome: 'refuted',
    evidence: { words: { readings: [{ ...LLVM, texts: ['mov x0, #1', ...LLVM.texts.slice(1)] }] } },
    saying: 'reads d2800000 as “mov x0, #1”',
  },
]);
