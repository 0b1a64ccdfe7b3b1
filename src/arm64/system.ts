/**
 * System instructions (Arm ARM C4.1.94 and following): hints, barriers, processor state, system
 * registers and operations.
 *
 * @module
 */

import { field, rd, x } from './operands.ts';
import { row, type Row } from './row.ts';
import { systemOperation } from './system-operations.ts';
import { systemRegister } from './system-registers.ts';

export const SYSTEM: readonly Row[] = [
  row('0000000000000000 iiiiiiiiiiiiiiii', 'system', (word) => `udf #${word & 0xffff}`),
  row('1101010100 0 00 011 0010 cccc ooo 11111', 'system', hint, hintFeature),
  row(
    '1101010100 0 00 011 0011 cccc 001 11111',
    'system',
    (word) => {
      const domain = ['osh', 'nsh', 'ish', 'sy'][field(word, 10, 2)];
      return field(word, 8, 2) === 2 ? `dsb ${domain}nxs` : undefined;
    },
    'xs',
  ),
  row('1101010100 0 00 011 0011 cccc 010 11111', 'system', (word) => withOption('clrex', crm(word), 15)),
  row('1101010100 0 00 011 0011 0000 011 11111', 'system', () => 'tcommit', 'tme'),
  row('1101010100 0 00 011 0011 cccc 100 11111', 'system', (word) => barrier('dsb', crm(word))),
  row('1101010100 0 00 011 0011 cccc 101 11111', 'system', (word) => barrier('dmb', crm(word))),
  row('1101010100 0 00 011 0011 cccc 110 11111', 'system', (word) => withOption('isb', crm(word), 15)),
  row('1101010100 0 00 011 0011 cccc 111 11111', 'system', () => 'sb', 'sb'),
  row('1101010100 0 00 011 0001 0000 000 ttttt', 'system', (word) => `wfet ${x(rd(word))}`, 'wfxt'),
  row('1101010100 0 00 011 0001 0000 001 ttttt', 'system', (word) => `wfit ${x(rd(word))}`, 'wfxt'),
  row('1101010100 1 00 011 0011 0000 011 ttttt', 'system', (word) => `tstart ${x(rd(word))}`, 'tme'),
  row('1101010100 1 00 011 0011 0001 011 ttttt', 'system', (word) => `ttest ${x(rd(word))}`, 'tme'),
  row('1101010100 0 00 000 0100 0000 000 11111', 'integer', () => 'cfinv', 'flagm'),
  row('1101010100 0 00 000 0100 cccc 001 11111', 'integer', () => 'xaflag', 'flagm2'),
  row('1101010100 0 00 000 0100 cccc 010 11111', 'integer', () => 'axflag', 'flagm2'),
  row('1101010100 0 00 ooo 0100 cccc ooo 11111', 'system', processorState, stateFeature),
  row('1101010100 0 01 ooo nnnn mmmm ooo ttttt', 'system', operation),
  row('1101010100 1 01 ooo nnnn mmmm ooo ttttt', 'system', (word) => {
    const [op1, n, m, op2] = systemFields(word);
    return `sysl ${x(rd(word))}, #${op1}, c${n}, c${m}, #${op2}`;
  }),
  row(
    '1101010100 0 1o ooo nnnn mmmm ooo ttttt',
    'system',
    (word) => {
      return `msr ${systemRegister(field(word, 5, 15), false)}, ${x(rd(word))}`;
    },
    registerFeature,
  ),
  row(
    '1101010100 1 1o ooo nnnn mmmm ooo ttttt',
    'system',
    (word) => {
      return `mrs ${x(rd(word))}, ${systemRegister(field(word, 5, 15), true)}`;
    },
    registerFeature,
  ),
];

const crm = (word: number): number => field(word, 8, 4);

const HINTS: Readonly<Record<number, string>> = {
  0: 'nop',
  1: 'yield',
  2: 'wfe',
  3: 'wfi',
  4: 'sev',
  5: 'sevl',
  6: 'dgh',
  7: 'xpaclri',
  8: 'pacia1716',
  10: 'pacib1716',
  12: 'autia1716',
  14: 'autib1716',
  16: 'esb',
  17: 'psb csync',
  18: 'tsb csync',
  20: 'csdb',
  24: 'paciaz',
  25: 'paciasp',
  26: 'pacibz',
  27: 'pacibsp',
  28: 'autiaz',
  29: 'autiasp',
  30: 'autibz',
  31: 'autibsp',
  32: 'bti',
  34: 'bti c',
  36: 'bti j',
  38: 'bti jc',
};

function hint(word: number): string {
  const number = field(word, 5, 7);
  return HINTS[number] ?? `hint #${number}`;
}

/** Hints do nothing where they are unknown, but the feature that gives them meaning is told. */
function hintFeature(word: number): string | undefined {
  const number = field(word, 5, 7);
  const name = HINTS[number];
  if (name === undefined) return undefined;
  if (number === 7 || (number >= 8 && number <= 15) || (number >= 24 && number <= 31)) return 'paca';
  if (name.startsWith('bti')) return 'bti';
  return { esb: 'ras', 'psb csync': 'spe', 'tsb csync': 'trf', dgh: 'dgh' }[name];
}

const DOMAINS: Readonly<Record<number, string>> = {
  1: 'oshld',
  2: 'oshst',
  3: 'osh',
  5: 'nshld',
  6: 'nshst',
  7: 'nsh',
  9: 'ishld',
  10: 'ishst',
  11: 'ish',
  13: 'ld',
  14: 'st',
  15: 'sy',
};

function barrier(name: string, option: number): string {
  if (name === 'dsb' && option === 0) return 'ssbb';
  if (name === 'dsb' && option === 4) return 'pssbb';
  return `${name} ${DOMAINS[option] ?? `#${option}`}`;
}

const withOption = (name: string, option: number, usual: number): string =>
  option === usual ? name : `${name} #${option}`;

interface State {
  readonly name: string;
  readonly feature?: string;
  readonly most: number;
}

const STATES: Readonly<Record<string, State>> = {
  '0.3': { name: 'UAO', feature: 'uao', most: 1 },
  '0.4': { name: 'PAN', feature: 'pan', most: 1 },
  '0.5': { name: 'SPSel', most: 15 },
  '3.1': { name: 'SSBS', feature: 'ssbs', most: 1 },
  '3.2': { name: 'DIT', feature: 'dit', most: 15 },
  '3.4': { name: 'TCO', feature: 'mte', most: 15 },
  '3.6': { name: 'DAIFSet', most: 15 },
  '3.7': { name: 'DAIFClr', most: 15 },
};

const stateOf = (word: number): State | undefined => STATES[`${field(word, 16, 3)}.${field(word, 5, 3)}`];

function processorState(word: number): string | undefined {
  const immediate = crm(word);
  if (isStreaming(word)) {
    const mode = ['', ' sm', ' za', ''][immediate >> 1];
    return `${(immediate & 1) === 1 ? 'smstart' : 'smstop'}${mode}`;
  }
  const state = stateOf(word);
  return state === undefined || immediate > state.most ? undefined : `msr ${state.name}, #${immediate}`;
}

const isStreaming = (word: number): boolean =>
  field(word, 16, 3) === 3 && field(word, 5, 3) === 3 && crm(word) >= 2 && crm(word) < 8;

function stateFeature(word: number): string | undefined {
  return isStreaming(word) ? 'sme' : stateOf(word)?.feature;
}

const systemFields = (word: number): readonly [number, number, number, number] => [
  field(word, 16, 3),
  field(word, 12, 4),
  crm(word),
  field(word, 5, 3),
];

function operation(word: number): string {
  const t = rd(word);
  const named = systemOperation(field(word, 5, 14));
  if (named !== undefined) {
    return named.bare ? named.name : `${named.name}, ${x(t)}`;
  }
  const [op1, n, m, op2] = systemFields(word);
  return `sys #${op1}, c${n}, c${m}, #${op2}${t === 31 ? '' : `, ${x(t)}`}`;
}

/** Registers a program may well use at EL0; those of the kernel's world carry no feature here. */
const REGISTER_FEATURES: Readonly<Record<string, string>> = {
  RNDR: 'rand',
  RNDRRS: 'rand',
  SSBS: 'ssbs',
  DIT: 'dit',
  TCO: 'mte',
  PAN: 'pan',
  UAO: 'uao',
  SVCR: 'sme',
  TPIDR2_EL0: 'sme',
  CNTPCTSS_EL0: 'ecv',
  CNTVCTSS_EL0: 'ecv',
};

function registerFeature(word: number): string | undefined {
  return REGISTER_FEATURES[systemRegister(field(word, 5, 15), field(word, 21, 1) === 1)];
}
