/**
 * Moves of an immediate to the processor state (Arm ARM C4.1, PSTATE: `msr DAIFSet, #2`, `smstart`). The
 * numbers between are left to the plain system moves, whose register then has no name.
 *
 * @module
 */

import { field } from './operands.ts';
import { row, type Row } from './row.ts';

type State = readonly [op1: number, op2: number, name: string, feature?: string];

const STATES: readonly State[] = [
  [0, 3, 'UAO', 'uao'],
  [0, 4, 'PAN', 'pan'],
  [0, 5, 'SPSel'],
  [3, 1, 'SSBS', 'ssbs'],
  [3, 2, 'DIT', 'dit'],
  [3, 4, 'TCO', 'mte'],
  [3, 6, 'DAIFSet'],
  [3, 7, 'DAIFClr'],
];

const binary = (value: number, width: number): string => value.toString(2).padStart(width, '0');

export const PROCESSOR_STATE: readonly Row[] = stateRows();

function stateRows(): readonly Row[] {
  const rows = STATES.map(([op1, op2, name, feature]) => {
    const pattern = `1101010100 0 00 ${binary(op1, 3)} 0100 cccc ${binary(op2, 3)} 11111`;
    return row(pattern, 'system', (word) => `msr ${name}, #${field(word, 8, 4)}`, feature);
  });
  const switches = ['sm', 'za', ''].flatMap((mode, index) =>
    ['smstop', 'smstart'].map((name, on) => {
      const pattern = `1101010100 0 00 011 0100 ${binary((index + 1) * 2 + on, 4)} 011 11111`;
      return row(pattern, 'system', () => `${name}${mode === '' ? '' : ' '}${mode}`, 'sme');
    }),
  );
  return [
    ...rows,
    ...switches,
    row(
      '1101010100 0 00 001 0100 000c 000 11111',
      'system',
      (word) => `msr ALLINT, #${field(word, 8, 4)}`,
      'nmi',
    ),
    row(
      '1101010100 0 00 001 0100 001c 000 11111',
      'system',
      (word) => `msr PM, #${field(word, 8, 1)}`,
      'ebep',
    ),
  ];
}
