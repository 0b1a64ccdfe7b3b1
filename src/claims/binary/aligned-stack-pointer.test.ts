import { claimTable } from '../../../test/claim-table.ts';
import type { StackPointerWrites } from '../../evidence/binary/stack-pointer-writes.ts';
import { alignedStackPointer } from './aligned-stack-pointer.ts';

/** From the metrics program as go1.26.8 builds it, by aarch64-linux-gnu-objdump. */
const PUSH = {
  bytes: -48,
  count: 458,
  first: { address: 0x11010, function: 'internal/abi.Kind.String', text: 'str x30, [sp, #-48]!' },
};
const ODD = {
  bytes: -24,
  count: 1,
  first: { address: 0x12340, function: 'main.odd', text: 'sub sp, sp, #24' },
};
const SWITCH = { address: 0x8e41c, function: 'gogo', text: 'mov sp, x0' };

function writes(changes: Partial<StackPointerWrites> = {}): StackPointerWrites {
  return {
    functions: 2424,
    instructions: 204_000,
    moves: [PUSH],
    switches: { count: 1, first: [SWITCH] },
    ...changes,
  };
}

claimTable(alignedStackPointer, [
  {
    when: 'as go1.26.8 compiles',
    outcome: 'confirmed',
    evidence: { writes: writes() },
    saying: 'All 458 moves of SP in 2,424 functions',
  },
  {
    when: 'when one move is no multiple of 16',
    outcome: 'refuted',
    evidence: { writes: writes({ moves: [ODD, PUSH] }) },
    saying: 'At 0x12340 in main.odd, sub sp, sp, #24 moves SP by -24 bytes',
  },
  {
    when: 'when the program is small',
    outcome: 'inconclusive',
    evidence: { writes: writes({ functions: 12 }) },
  },
]);
