/**
 * System instructions (Arm ARM C4.1.94 and following): hints, barriers, processor state, system
 * registers and operations.
 *
 * @module
 */

import { bit, field, rd, x } from './operands.ts';
import { PROCESSOR_STATE } from './processor-state.ts';
import { row, type Row } from './row.ts';
import { systemOperation } from './system-operations.ts';
import { systemRegister } from './system-registers.ts';

export const SYSTEM: readonly Row[] = [
  row('0000000000000000 iiiiiiiiiiiiiiii', 'system', (word) => `udf #${word & 0xffff}`),
  row('1101010100 0 00 011 0010 cccc ooo 11111', 'system', hint, hintFeature),
  row(
    '1101010100 0 00 011 0011 cc10 001 11111',
    'system',
    (word) => {
      const domain = ['osh', 'nsh', 'ish', 'sy'][field(word, 10, 2)];
      return `dsb ${domain}nxs`;
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
  row('1101010100 0 00 000 0100 cccc 000 11111', 'integer', () => 'cfinv', 'flagm'),
  row('1101010100 0 00 000 0100 cccc 001 11111', 'integer', () => 'xaflag', 'flagm2'),
  row('1101010100 0 00 000 0100 cccc 010 11111', 'integer', () => 'axflag', 'flagm2'),
  ...PROCESSOR_STATE,
  row('1101010100 0 01 ooo nnnn mmmm ooo ttttt', 'system', operation, operationFeature),
  row('1101010100 1 01 011 0111 0111 001 11111', 'system', () => 'gcspopm', 'gcs'),
  row('1101010100 1 01 011 0111 0111 001 ttttt', 'system', (word) => `gcspopm ${x(rd(word))}`, 'gcs'),
  row('1101010100 1 01 011 0111 0111 011 ttttt', 'system', (word) => `gcsss2 ${x(rd(word))}`, 'gcs'),
  row('1101010100 1 01 000 1100 0011 000 ttttt', 'system', (word) => `gicr ${x(rd(word))}, cdia`),
  row('1101010100 1 01 000 1100 0011 001 ttttt', 'system', (word) => `gicr ${x(rd(word))}, cdnmia`),
  row('1101010100 1 01 ooo nnnn mmmm ooo ttttt', 'system', (word) => {
    const [op1, n, m, op2] = systemFields(word);
    return `sysl ${x(rd(word))}, #${op1}, c${n}, c${m}, #${op2}`;
  }),
  row('1101010100 0 oo ooo nnnn mmmm ooo ttttt', 'system', move, registerFeature),
  row('1101010100 1 oo ooo nnnn mmmm ooo ttttt', 'system', move, registerFeature),
  row('1101010101 0 01 ooo nnnn mmmm ooo ttttt', 'system', pairedOperation, 'd128'),
  row('1101010101 0 oo ooo nnnn mmmm ooo tttt0', 'system', pairedMove, 'd128'),
  row('1101010101 1 oo ooo nnnn mmmm ooo tttt0', 'system', pairedMove, 'd128'),
  row('11010101 100 00 b n 0 000000 nnnnn ddddd', 'system', changed, 'poe2'),
  row('11010101 100 10 b n 0 0000 iiiiiii ddddd', 'system', changed, 'poe2'),
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
  19: 'gcsb dsync',
  20: 'csdb',
  22: 'clrbhb',
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
  39: 'pacm',
  40: 'chkfeat x16',
  48: 'stshh keep',
  49: 'stshh strm',
  50: 'shuh',
  51: 'shuh ph',
  52: 'stcph',
  53: 'stshh #5',
  54: 'stshh #6',
  55: 'stshh #7',
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
  return {
    esb: 'ras',
    'psb csync': 'spe',
    'tsb csync': 'trf',
    dgh: 'dgh',
    'gcsb dsync': 'gcs',
    clrbhb: 'clrbhb',
    pacm: 'pauth_lr',
    'chkfeat x16': 'chk',
  }[name];
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

const systemFields = (word: number): readonly [number, number, number, number] => [
  field(word, 16, 3),
  field(word, 12, 4),
  crm(word),
  field(word, 5, 3),
];

function operation(word: number): string {
  const t = rd(word);
  const named = systemOperation(field(word, 5, 14));
  if (named === undefined || (named.register === 'never' && t !== 31)) {
    const [op1, n, m, op2] = systemFields(word);
    return `sys #${op1}, c${n}, c${m}, #${op2}${t === 31 ? '' : `, ${x(t)}`}`;
  }
  if (named.register !== 'always' && t === 31) return named.name;
  return `${named.name}${named.name.includes(' ') ? ',' : ''} ${x(t)}`;
}

/** What programs may well use at EL0; operations of the kernel's world carry no feature here. */
function operationFeature(word: number): string | undefined {
  const name = systemOperation(field(word, 5, 14))?.name ?? '';
  return name.startsWith('gcs') ? 'gcs' : undefined;
}

/** Register pairs begin at an even number, and 31 stands for two zero registers. */
function pairedOperation(word: number): string | undefined {
  const t = rd(word);
  if ((t & 1) === 1 && t !== 31) return undefined;
  const both = t === 31 ? 'xzr, xzr' : `${x(t)}, ${x(t + 1)}`;
  const named = systemOperation(field(word, 5, 14));
  if (named?.paired === true) return `tlbip ${named.name.slice(5)}, ${both}`;
  const [op1, n, m, op2] = systemFields(word);
  return `sysp #${op1}, c${n}, c${m}, #${op2}${t === 31 ? '' : `, ${both}`}`;
}

function move(word: number): string {
  const read = bit(word, 21) === 1;
  const register = systemRegister(field(word, 5, 16), read);
  return read ? `mrs ${x(rd(word))}, ${register}` : `msr ${register}, ${x(rd(word))}`;
}

function pairedMove(word: number): string {
  const read = bit(word, 21) === 1;
  const register = systemRegister(field(word, 5, 16), read);
  const both = `${x(rd(word))}, ${x(rd(word) + 1)}`;
  return read ? `mrrs ${both}, ${register}` : `msrr ${register}, ${both}`;
}

function changed(word: number): string {
  const name = `tchange${'fb'[bit(word, 18)]}`;
  const source = bit(word, 20) === 1 ? `#${field(word, 5, 7)}` : x(field(word, 5, 5));
  return `${name} ${x(rd(word))}, ${source}${bit(word, 17) === 1 ? ', nb' : ''}`;
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
  return REGISTER_FEATURES[systemRegister(field(word, 5, 16), bit(word, 21) === 1)];
}
