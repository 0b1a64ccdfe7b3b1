import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackMove } from './stack-moves.ts';

/** Words as llvm-mc assembles them; the last of each row is asked about. */
const MOVES: readonly (readonly [assembly: string, words: string, move: number | 'unknown' | undefined])[] = [
  ['str x30, [sp, #-48]!', 'f81d0ffe', -48],
  ['ldp x29, x30, [sp], #32', 'a8c27bfd', 32],
  ['st1 {v0.16b}, [sp], #16', '4c9f73e0', 16],
  ['sub sp, sp, #24', 'd10063ff', -24],
  ['add sp, sp, #16, lsl #12', '914043ff', 65_536],
  ['sub x20, sp, #928; stp x29, x30, [x20, #-8]; mov sp, x20', 'd10e83f4 a93ffa9d 9100029f', -928],
  ['mov x27, #8240; add sp, sp, x27', 'd284061b 8b3b63ff', 8240],
  ['mov x27, #65424; movk x27, #2047, lsl #16; sub sp, sp, x27', 'd29ff21b f2a0fffb cb3b63ff', -134_217_616],
  ['mov x27, #8240; bl; add sp, sp, x27', 'd284061b 94000010 8b3b63ff', 'unknown'],
  ['mov sp, x5', '910000bf', 'unknown'],
  ['and sp, x13, #-16', '927cedbf', 'unknown'],
  ['cmp sp, x16', 'eb3063ff', undefined],
  ['ldr x0, [sp, #8]', 'f94007e0', undefined],
];

for (const [assembly, words, move] of MOVES)
  test(`stackMove() of ${assembly} is ${move ?? 'none'}`, () => {
    const all = Uint32Array.from(words.split(' '), (word) => Number.parseInt(word, 16));
    assert.equal(stackMove(all, all.length - 1), move);
  });
