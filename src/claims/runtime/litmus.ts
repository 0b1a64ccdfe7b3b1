/**
 * What litmus tests and makers' documents say of a processor's memory order.
 *
 * @module
 */

import type { CpuTopology } from '../../evidence/machine/cpu-topology.ts';
import type { MemoryOrdering } from '../../evidence/runtime/memory-ordering.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';

/**
 * Arm processors whose only memory order is total store order or stronger, by implementer and part
 * (MIDR_EL1), from the proposal "arm64: Support the TSO memory model" (linux-arm-kernel, April 2024).
 * Apple's can be switched to it, and run without it unless a program asks.
 */
const TOTAL_STORE_ORDER: Readonly<Record<string, string>> = {
  '0x4e/0x003': 'NVIDIA Denver',
  '0x4e/0x004': 'NVIDIA Carmel',
  '0x46/0x001': 'Fujitsu A64FX',
};

/** The processor that documents total store order, if every core of the machine does. */
export function documentedTso(topology: CpuTopology | undefined): string | undefined {
  const names = (topology?.groups ?? []).map(
    ({ implementer, part }) => TOTAL_STORE_ORDER[`${implementer}/${part}`],
  );
  return names.length > 0 && names.every((name) => name !== undefined) ? names[0] : undefined;
}

export function reorderedIn(ordering: MemoryOrdering, test: string, access: string): number {
  return outcomesOf(ordering, test, access).reduce((sum, { reordered }) => sum + reordered, 0);
}

export function roundsOf(ordering: MemoryOrdering, test: string, access: string): string {
  const rounds = outcomesOf(ordering, test, access).reduce((sum, one) => sum + one.rounds, 0);
  return rounds.toLocaleString('en-US');
}

function outcomesOf({ outcomes }: MemoryOrdering, test: string, access: string): MemoryOrdering['outcomes'] {
  return outcomes.filter((one) => one.test === test && one.access === access);
}

const TESTS: Readonly<Record<string, Text>> = {
  'message passing': { en: 'message passing', zh: '消息传递' },
  'store buffering': { en: 'store buffering', zh: '存储缓冲' },
};

export function litmusTable({ outcomes }: MemoryOrdering): TableFigure {
  return table(
    { en: 'Outcomes that no interleaving explains', zh: '任何交错都无法解释的结果' },
    [
      { en: 'test', zh: '测试' },
      { en: 'access', zh: '访问' },
      { en: 'rounds', zh: '轮数' },
      { en: 'out of order', zh: '乱序' },
    ],
    outcomes.map(({ test, access, rounds, reordered }) => [
      TESTS[test] ?? test,
      access === 'plain' ? { en: 'plain', zh: '普通' } : 'sync/atomic',
      rounds,
      reordered,
    ]),
  );
}
