/**
 * Instruction words in the syntax of Go's assembler, as `go tool objdump` prints them: the
 * destination last, the width in the mnemonic, `16(R28)` for memory.
 *
 * Made from LLVM's spelling, so that there is one table of instructions. What `go tool objdump`
 * prints as `?` (all of LSE, for one) has a text here too, in the words of Go's assembler.
 *
 * @module
 */

import { operandsOf, split, type NameAt, type Operand } from './go-operands.ts';
import { disassemble } from './lookup.ts';

export type { NameAt } from './go-operands.ts';

/** Text of a word at an address; undefined for what is no instruction, or has no text. */
export type GoSyntax = (word: number, address: number) => string | undefined;

export function goSyntax(nameAt: NameAt = () => undefined): GoSyntax {
  return (word, address) => {
    const text = disassemble(word, address);
    if (text === undefined) return undefined;
    const space = text.indexOf(' ');
    const mnemonic = space < 0 ? text : text.slice(0, space);
    const texts = split(space < 0 ? '' : text.slice(space + 1));
    if (mnemonic === 'adr' || mnemonic === 'adrp') return page(mnemonic, texts, address);
    return written(mnemonic, operandsOf(texts, address, nameAt));
  };
}

/** Their distance is in bytes, and that of adrp between pages. */
function page(mnemonic: string, [register = '', place = '']: readonly string[], address: number): string {
  const from = mnemonic === 'adrp' ? address - (address % 4096) : address;
  const [operand] = operandsOf([register], address, () => undefined);
  return `${mnemonic.toUpperCase()} ${Number(place) - from}(PC), ${operand?.text ?? ''}`;
}

function written(mnemonic: string, operands: readonly Operand[]): string {
  const [name, ordered] = arranged(mnemonic, operands);
  const fp = /^F|CVTF/.test(name);
  const texts = ordered.map(({ sort, text }) =>
    /^[bhsdq]$/.test(sort) && !fp ? text.replaceAll('F', 'V') : text,
  );
  return texts.length === 0 ? name : `${name} ${texts.join(', ')}`;
}

type Arranged = readonly [name: string, operands: readonly Operand[]];

function arranged(mnemonic: string, operands: readonly Operand[]): Arranged {
  const condition = /^b\.(.*)$/.exec(mnemonic)?.[1];
  if (condition !== undefined)
    return [`B${{ hs: 'CS', lo: 'CC' }[condition] ?? condition.toUpperCase()}`, operands];
  const [first] = operands;
  switch (mnemonic) {
    case 'b':
      return ['JMP', operands];
    case 'bl':
      return ['CALL', operands];
    case 'br':
    case 'blr':
      return [mnemonic === 'br' ? 'JMP' : 'CALL', operands.map(inBrackets)];
    case 'nop':
      return ['NOOP', []];
    case 'isb':
      return ['ISB', first ? operands : [{ sort: 'other', text: '$15' }]];
    case 'dc':
    case 'ic':
    case 'at':
    case 'tlbi':
    case 'sys':
      return [mnemonic.toUpperCase(), operands];
    case 'tbz':
    case 'tbnz':
      return [mnemonic.toUpperCase(), pick(operands, 1, 0, 2)];
    case 'cbz':
    case 'cbnz':
      return [wide(mnemonic, first), operands];
  }
  return moved(mnemonic, operands) ?? accessed(mnemonic, operands) ?? computed(mnemonic, operands);
}

/** Loads, stores and moves are all MOV in Go, with the size in the name. */
function moved(mnemonic: string, operands: readonly Operand[]): Arranged | undefined {
  const [first, second] = operands;
  const suffix = second?.suffix ?? '';
  const reversed = operands.toReversed();
  const [, direction, , size = ''] = /^(ld|st)(u?r|tr|apur|lur)(s?[bhw])?$/.exec(mnemonic) ?? [];
  if (mnemonic === 'mov') {
    if (first?.sort === 'v' || second?.sort === 'v') return ['VMOV', reversed];
    return [first?.sort === 'w' ? 'MOVW' : 'MOVD', reversed];
  }
  if (direction === undefined || /^(ld|st)(tr|apur|lur)/.test(mnemonic)) return undefined;
  const stores = direction === 'st';
  return [`${movedName(size, first?.sort ?? 'x', stores)}${suffix}`, stores ? operands : reversed];
}

function movedName(size: string, sort: Operand['sort'], stores: boolean): string {
  if (size === '') {
    if (sort === 'x') return 'MOVD';
    if (sort === 'w') return stores ? 'MOVW' : 'MOVWU';
    return `FMOV${sort.toUpperCase()}`;
  }
  const letter = size.at(-1)?.toUpperCase() ?? '';
  if (stores) return `MOV${letter}`;
  if (!size.startsWith('s')) return `MOV${letter}U`;
  return `MOV${letter}${sort === 'w' ? 'W' : ''}`;
}

const PAIR = /^(ldp|stp|ldnp|stnp|ldpsw|stgp)$/;
const EXCLUSIVE_PAIR = /^(ldxp|ldaxp)$/;
const EXCLUSIVE_STORE = /^(stl?xr)[bh]?$/;
const STORE = /^(stl?l?l?u?r|stllr|st1|st2|st3|st4|sttr|stlur|st2?z?g|stz2g)[bh]?$/;
/** LSE: the operation, its ordering, the size. */
const ATOMIC =
  /^(cas|swp|ld(?:add|clr|eor|set|smax|smin|umax|umin))(a?l?)([bh]?)$|^st(add|clr|eor|set|smax|smin|umax|umin)(l?)([bh]?)$/;
const ATOMIC_PAIR = /^casp(a?l?)$/;

/** The others that go to memory. */
function accessed(mnemonic: string, operands: readonly Operand[]): Arranged | undefined {
  const [first, second, third] = operands;
  if (!first || !second) return undefined;
  if (PAIR.test(mnemonic)) {
    const stores = mnemonic.startsWith('st');
    const memory = third ?? second;
    const letter = { w: 'W', s: 'S', d: 'D', q: 'Q' }[first.sort as string] ?? '';
    const isScalar = letter !== '' && letter !== 'W';
    const name = `${isScalar ? 'F' : ''}${mnemonic.toUpperCase()}${letter}${memory.suffix ?? ''}`;
    const pair = inPair(first, second);
    return [name, stores ? [pair, memory] : [memory, pair]];
  }
  if (EXCLUSIVE_PAIR.test(mnemonic) && third) return [wide(mnemonic, first), [third, inPair(first, second)]];
  if (EXCLUSIVE_STORE.test(mnemonic) && third)
    return [/[bh]$/.test(mnemonic) ? mnemonic.toUpperCase() : wide(mnemonic, second), [second, third, first]];
  if (/^stl?xp$/.test(mnemonic) && third)
    return [wide(mnemonic, second), [inPair(second, third), ...operands.slice(3), first]];
  if (ATOMIC.test(mnemonic)) return atomic(mnemonic, operands);
  if (ATOMIC_PAIR.test(mnemonic) && third) {
    const [fourth = third, memory = third] = operands.slice(3);
    const name = `CASP${first.sort === 'w' ? 'W' : 'D'}${(ATOMIC_PAIR.exec(mnemonic)?.[1] ?? '').toUpperCase()}`;
    return [name, [inPair(first, second), memory, inPair(third, fourth)]];
  }
  if (/^(ld|st)[1-4]r?$/.test(mnemonic)) {
    const name = `V${mnemonic.toUpperCase()}${second.suffix ?? ''}`;
    return [name, mnemonic.startsWith('st') ? operands : operands.toReversed()];
  }
  if (STORE.test(mnemonic))
    return [/[bh]$/.test(mnemonic) ? mnemonic.toUpperCase() : wide(mnemonic, first), operands];
  if (/^lda?x?p?r[bh]$/.test(mnemonic)) return [mnemonic.toUpperCase(), operands.toReversed()];
  return undefined;
}

/** `ldaddal x1, x2, [x0]` is LDADDALD R1, (R0), R2; without a result that is ZR. LDSET is LDOR in Go. */
function atomic(mnemonic: string, operands: readonly Operand[]): Arranged {
  const [, loads, order = '', size = '', stores, itsOrder = '', itsSize = ''] = ATOMIC.exec(mnemonic) ?? [];
  const [first, second, third] = operands;
  const letter = `${size}${itsSize}` || (first?.sort === 'w' ? 'w' : 'd');
  const operation = (loads ?? `ld${stores}`).replace('ldset', 'ldor');
  const name = `${operation}${order}${itsOrder}${letter}`.toUpperCase();
  const zero: Operand = { sort: 'x', text: 'ZR' };
  const inOrder = loads === undefined ? [first, second, zero] : [first, third, second];
  return [name, inOrder.filter((one) => one !== undefined)];
}

/** Sizes of floating point in the order in which the name has them. */
const CONVERSION = /^(fcvt|fcvtz[su]|fcvt[anmp][su]|[su]cvtf)$/;
const BIT_FIELD = /^(bfi|bfxil|sbfiz|sbfx|ubfiz|ubfx)$/;
const MULTIPLY_ADD = /^(f?n?m(add|sub)|[us]m(add|sub)l)$/;
/** Named without their width, and without V. */
const PLAIN =
  /^(crc32c?[bhwx]|aes(e|d|mc|imc)|sha(1|256|512).*|sm[34].*|prfm|prfum|mrs|msr|svc|brk|hlt|hint)$/;

function computed(mnemonic: string, operands: readonly Operand[]): Arranged {
  return [computedName(mnemonic, operands), inGoOrder(mnemonic, operands)];
}

function computedName(mnemonic: string, operands: readonly Operand[]): string {
  const name = mnemonic.toUpperCase();
  const [first, second] = operands;
  if (!first || PLAIN.test(mnemonic)) return name;
  const isVector = first.sort === 'v';
  if (CONVERSION.test(mnemonic) && !isVector) {
    if (operands.length > 2) return name;
    return `${name}${[second, first].map((one) => sizeLetter(one)).join('')}`;
  }
  if (mnemonic.startsWith('f') && !isVector) {
    const sized = /^[hsd]$/.test(first.sort) ? first : second;
    return `${name}${sizeLetter(sized)}`;
  }
  if (isVector || /^[bhsdq]$/.test(first.sort) || (mnemonic !== 'fmov' && second?.sort === 'v'))
    return /^(umov|ins)$/.test(mnemonic) ? 'VMOV' : `V${name}`;
  return wide(mnemonic, first);
}

function inGoOrder(mnemonic: string, operands: readonly Operand[]): readonly Operand[] {
  if (BIT_FIELD.test(mnemonic)) return pick(operands, 2, 1, 3, 0);
  if (MULTIPLY_ADD.test(mnemonic)) return pick(operands, 2, 3, 1, 0);
  if (/^f?csel$|^cs(inc|inv|neg)$/.test(mnemonic)) return pick(operands, 3, 1, 2, 0);
  if (/^ccm[pn]$/.test(mnemonic)) return pick(operands, 3, 0, 1, 2);
  if (/^fccmpe?$/.test(mnemonic)) return pick(operands, 3, 1, 0, 2);
  if (/^fcmpe?$/.test(mnemonic) && operands[1]?.sort === 'immediate')
    return [{ sort: 'immediate', text: '$(0.0)' }, ...operands.slice(0, 1)];
  return operands.toReversed();
}

function sizeLetter(operand: Operand | undefined): string {
  return operand && /^[hsdw]$/.test(operand.sort) ? operand.sort.toUpperCase() : '';
}

function wide(mnemonic: string, operand: Operand | undefined): string {
  return `${mnemonic.toUpperCase()}${operand?.sort === 'w' ? 'W' : ''}`;
}

function inPair(one: Operand, other: Operand): Operand {
  return { ...one, text: `(${one.text}, ${other.text})` };
}

function inBrackets({ text, ...rest }: Operand): Operand {
  return { ...rest, text: `(${text})` };
}

function pick(operands: readonly Operand[], ...order: readonly number[]): Operand[] {
  return order.flatMap((at) => operands[at] ?? []);
}
