import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import type { CArguments } from '../../evidence/toolchain/c-arguments.ts';
import { cArgumentRegisters } from './c-argument-registers.ts';

/** Assembly as gcc 12 writes it, a line per function. */
function listing(machine: string, ...moves: string[]): CArguments['listings'][number] {
  const stdout = moves.map((move, index) => `argument${index + 1}:\n\t${move}\n\tret\n`).join('');
  return { machine, run: ran('gcc -S -O1 -o - arguments.c', { stdout }) };
}

const ARM64 = listing('aarch64-linux-gnu', 'nop', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `mov\tx0, x${n}`));
const AMD64 = listing(
  'x86_64-linux-gnu',
  ...['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'].map((name) => `movq\t%${name}, %rax`),
  'movq\t8(%rsp), %rax',
  'movq\t16(%rsp), %rax',
);
const WINDOWS = listing('x86_64-w64-mingw32', 'movq\t%rcx, %rax', 'movq\t%rdx, %rax');

claimTable(cArgumentRegisters, [
  {
    when: 'as gcc 12 compiles for both',
    outcome: 'confirmed',
    evidence: { compilers: { listings: [ARM64, AMD64] } },
    saying: '2 compilations agree',
  },
  {
    when: 'when a compiler follows the convention of Windows',
    outcome: 'refuted',
    evidence: { compilers: { listings: [ARM64, WINDOWS] } },
    saying: 'takes them from rcx, rdx',
  },
  {
    when: 'without a compiler for arm64',
    outcome: 'inconclusive',
    evidence: { compilers: { listings: [AMD64] } },
    saying: 'No C compiler for arm64',
  },
]);
