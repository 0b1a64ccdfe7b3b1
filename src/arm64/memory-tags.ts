/**
 * Memory tagging stores and loads (Arm ARM C4.1: load/store memory tags, `stgp`) and the memory copy
 * and set instructions of FEAT_MOPS.
 *
 * @module
 */

import { offset } from './loads-stores.ts';
import { bit, field, ra, rd, rm, rn, signedField, x, xSp } from './operands.ts';
import { row, type Row } from './row.ts';

export const MEMORY_TAGS: readonly Row[] = [
  row('01 101 0 0mm 0 iiiiiii uuuuu nnnnn ttttt', 'load-store', pair, 'mte'),
  row('11011001 00 1 000000000 00 nnnnn ttttt', 'load-store', bulk('stzgm'), 'mte'),
  row(
    '11011001 01 1 iiiiiiiii 00 nnnnn ttttt',
    'load-store',
    (word) => {
      return `ldg ${x(rd(word))}, ${offset(rn(word), signedField(word, 12, 9) * 16)}`;
    },
    'mte',
  ),
  row('11011001 10 1 000000000 00 nnnnn ttttt', 'load-store', bulk('stgm'), 'mte'),
  row('11011001 11 1 000000000 00 nnnnn ttttt', 'load-store', bulk('ldgm'), 'mte'),
  row('11011001 oo 1 iiiiiiiii mm nnnnn ttttt', 'load-store', store, 'mte'),
  row('00 011 1 01 11 0 11111 oooo 00 nnnnn ddddd', 'load-store', setTags, 'mops_go'),
  row('00 011 o 01 oo 0 sssss oooo 01 nnnnn ddddd', 'load-store', copyOrSet, (word) => {
    return field(word, 22, 2) === 3 && bit(word, 26) === 1 ? 'mte+mops' : 'mops';
  }),
];

function bulk(name: string): (word: number) => string {
  return (word) => `${name} ${x(rd(word))}, [${xSp(rn(word))}]`;
}

function store(word: number): string | undefined {
  const name = ['stg', 'stzg', 'st2g', 'stz2g'][field(word, 22, 2)];
  const bytes = signedField(word, 12, 9) * 16;
  const start = `${name} ${xSp(rd(word))}`;
  switch (field(word, 10, 2)) {
    case 1:
      return `${start}, [${xSp(rn(word))}], #${bytes}`;
    case 2:
      return `${start}, ${offset(rn(word), bytes)}`;
    case 3:
      return `${start}, [${xSp(rn(word))}, #${bytes}]!`;
    default:
      return undefined;
  }
}

function pair(word: number): string | undefined {
  const bytes = signedField(word, 15, 7) * 16;
  const start = `stgp ${x(rd(word))}, ${x(ra(word))}`;
  switch (field(word, 23, 2)) {
    case 1:
      return `${start}, [${xSp(rn(word))}], #${bytes}`;
    case 2:
      return `${start}, ${offset(rn(word), bytes)}`;
    case 3:
      return `${start}, [${xSp(rn(word))}, #${bytes}]!`;
    default:
      return undefined;
  }
}

const STAGES = ['p', 'm', 'e'];
/** Unprivileged accesses (low bits) and non-temporal hints (high bits) of a copy. */
const UNPRIVILEGED = ['', 'wt', 'rt', 't'];
const SET_OPTIONS = ['', 't', 'n', 'tn'];
const NON_TEMPORAL = ['', 'wn', 'rn', 'n'];

/** Sets tags only, so there is no register with the value. */
function setTags(word: number): string | undefined {
  const d = rd(word);
  const n = rn(word);
  const operation = field(word, 12, 4);
  const phase = STAGES[operation >> 2];
  if (d === n || d === 31 || phase === undefined) return undefined;
  return `setgo${phase}${SET_OPTIONS[operation & 3]} [${x(d)}]!, ${x(n)}!`;
}

/** The three registers must differ, and only the size and the value that is set may be the zero register. */
function copyOrSet(word: number): string | undefined {
  const d = rd(word);
  const n = rn(word);
  const s = rm(word);
  if (d === n || d === s || n === s || d === 31) return undefined;
  const operation = field(word, 12, 4);
  const stage = field(word, 22, 2);
  if (stage < 3) {
    if (s === 31) return undefined;
    const options = `${UNPRIVILEGED[operation & 3]}${NON_TEMPORAL[operation >> 2]}`;
    const name = `cpy${bit(word, 26) === 0 ? 'f' : ''}${STAGES[stage]}${options}`;
    return `${name} [${x(d)}]!, [${x(s)}]!, ${x(n)}!`;
  }
  const phase = STAGES[operation >> 2];
  if (phase === undefined) return undefined;
  const name = `set${bit(word, 26) === 1 ? 'g' : ''}${phase}${SET_OPTIONS[operation & 3]}`;
  return `${name} [${x(d)}]!, ${x(n)}!, ${x(s)}`;
}
