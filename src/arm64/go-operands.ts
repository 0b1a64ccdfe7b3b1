/**
 * Operands of instructions in the syntax of Go's assembler, made from LLVM's spelling of them
 * (go.dev/doc/asm and the package comment of cmd/internal/obj/arm64).
 *
 * @module
 */

/** The name of what starts at the address. */
export type NameAt = (address: number) => string | undefined;

export interface Operand {
  readonly text: string;
  /** w, x: general, 32 and 64 bits; b to q: scalar floating point; v: vector; m: memory. */
  readonly sort: 'w' | 'x' | 'b' | 'h' | 's' | 'd' | 'q' | 'v' | 'm' | 'condition' | 'immediate' | 'other';
  /** Of memory: whether the address is written back, before or after. */
  readonly suffix?: '.W' | '.P';
}

const SHIFTS: Readonly<Record<string, string>> = { lsl: '<<', lsr: '>>', asr: '->', ror: '@>' };

/** Go has both names of the two, and prints these. */
const CONDITIONS = /^(eq|ne|hs|lo|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv)$/;

/** The option's number in the CRm field (Arm ARM, DMB and DSB). */
const BARRIERS: Readonly<Record<string, number>> = {
  oshld: 1,
  oshst: 2,
  osh: 3,
  nshld: 5,
  nshst: 6,
  nsh: 7,
  ishld: 9,
  ishst: 10,
  ish: 11,
  ld: 13,
  st: 14,
  sy: 15,
};

/** `x0`, `wsp`, `d3` and their like, alone. */
const REGISTER = /^(?:([wx])(\d+|zr)|(w?sp)|([bhsdq])(\d+))$/;

/** Splits at the commas that stand outside of brackets and braces. */
export function split(list: string): string[] {
  return list === '' ? [] : list.split(/, (?![^[]*\]|[^{]*\})/);
}

/** Shifts and extensions belong to the operand before them, an index that is written back to the memory before it. */
export function operandsOf(texts: readonly string[], address: number, nameAt: NameAt): Operand[] {
  const operands: Operand[] = [];
  for (const text of texts) {
    const before = operands.at(-1);
    const joined = before && attached(before, text);
    if (joined) operands[operands.length - 1] = joined;
    else operands.push(operand(text, address, nameAt));
  }
  return operands;
}

function attached(before: Operand, text: string): Operand | undefined {
  if (before.sort === 'm' && !before.suffix) {
    const index = /^#(-?\d+)$/.exec(text)?.[1];
    if (index !== undefined) return { ...before, text: `${index}${before.text}`, suffix: '.P' };
    return { ...before, text: `${before.text}(${register(text).text})`, suffix: '.P' };
  }
  const [, word = '', amount] = /^(lsl|lsr|asr|ror|msl|[us]xt[bhwx])(?: #(\d+))?$/.exec(text) ?? [];
  if (word === '') return undefined;
  if (before.sort === 'immediate') return { ...before, text: `$(${before.text.slice(1)}<<${amount ?? 0})` };
  const shift = SHIFTS[word];
  const written = shift ? `${shift}${amount ?? 0}` : `.${word.toUpperCase()}${amount ? `<<${amount}` : ''}`;
  return { ...before, text: `${before.text}${written}` };
}

function operand(text: string, address: number, nameAt: NameAt): Operand {
  if (text.startsWith('[')) return memory(text);
  if (text.startsWith('{')) return vectors(text);
  if (text.startsWith('#')) return { sort: 'immediate', text: `$${number(text.slice(1))}` };
  if (text.startsWith('0x')) return { sort: 'other', text: target(Number(text), address, nameAt) };
  if (REGISTER.test(text)) return register(text);
  const vector = vectorText(text);
  if (vector !== undefined) return { sort: 'v', text: vector };
  if (CONDITIONS.test(text)) return { sort: 'condition', text: text.toUpperCase() };
  const barrier = Object.hasOwn(BARRIERS, text) ? BARRIERS[text] : undefined;
  return { sort: 'other', text: barrier === undefined ? text.toUpperCase() : `$${barrier}` };
}

function register(text: string): Operand {
  const [, width, general, , scalar, number = ''] = REGISTER.exec(text) ?? [];
  if (general !== undefined)
    return { sort: width === 'w' ? 'w' : 'x', text: general === 'zr' ? 'ZR' : `R${general}` };
  if (scalar !== undefined) return { sort: scalar as Operand['sort'], text: `F${number}` }; // one of [bhsdq]
  return { sort: text === 'wsp' ? 'w' : 'x', text: 'RSP' };
}

/** `[x0, #8]!` is -8(R0) with the suffix .W; `[x0, w1, uxtw #2]` is (R0)(R1.UXTW<<2). */
function memory(text: string): Operand {
  const [base = '', ...rest] = text.slice(1, text.lastIndexOf(']')).split(', ');
  const written = `(${register(base).text})`;
  const suffix = text.endsWith('!') ? ({ suffix: '.W' } as const) : {};
  const [first, shift] = rest;
  if (first === undefined) return { sort: 'm', text: written, ...suffix };
  if (first.startsWith('#')) {
    const offset = number(first.slice(1));
    return { sort: 'm', text: `${offset === '0' ? '' : offset}${written}`, ...suffix };
  }
  const index = register(first);
  const shifted = shift === undefined ? index : (attached(index, shift) ?? index);
  return { sort: 'm', text: `${written}(${shifted.text})`, ...suffix };
}

/** `{ v0.2d, v1.2d }` is [V0.D2, V1.D2], and `{ v2.b }[14]` is V2.B[14]. */
function vectors(text: string): Operand {
  const [, list = '', lane = ''] = /^\{ (.*) \}(\[\d+\])?$/.exec(text) ?? [];
  const [first = '', last] = list.split(' - ');
  const all = last === undefined ? list.split(', ') : [first, last];
  const written = all.map((one) => vectorText(one) ?? one.toUpperCase());
  if (lane !== '' && written.length === 1) return { sort: 'v', text: `${written[0]}${lane}` };
  return { sort: 'v', text: `[${written.join(', ')}]${lane}` };
}

/** `v0.16b` is V0.B16, `v8.d[0]` is V8.D[0]. */
function vectorText(text: string): string | undefined {
  const [, register, count, size = '', lane = ''] = /^v(\d+)\.(\d*)([bhsdq])(\[\d+\])?$/.exec(text) ?? [];
  return register === undefined ? undefined : `V${register}.${size.toUpperCase()}${count}${lane}`;
}

/** By name where a symbol starts, else how many instructions away: `-3(PC)`. */
function target(to: number, address: number, nameAt: NameAt): string {
  const name = nameAt(to);
  return name === undefined ? `${(to - address) / 4}(PC)` : `${name}(SB)`;
}

/** In decimal, as a signed number of 64 bits; of floating point without the zeros at its end. */
function number(text: string): string {
  if (text.includes('.')) return text.replace(/0+$/, '').replace(/\.$/, '.0');
  const negative = text.startsWith('-');
  const value = BigInt(negative ? text.slice(1) : text);
  return String(BigInt.asIntN(64, negative ? -value : value));
}
