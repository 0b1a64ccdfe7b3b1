/**
 * How far an instruction moves SP. Go moves it in three ways: by a constant (`sub sp, sp, #n`, or a
 * load or store that writes back), by a register with a constant in it for frames that no immediate
 * holds, and through x20 for large frames: `sub x20, sp, #n; stp x29, x30, [x20, #-8]; mov sp, x20`.
 *
 * Source: cmd/internal/obj/arm64/obj7.go; encodings are those of Arm ARM C4.1.
 *
 * @module
 */

import { disassemble } from '../../arm64/index.ts';

/** Registers with a value that follows from the words before. */
type Known = { readonly is: 'constant' | 'sp'; readonly bytes: number };

/** How many words before are looked at: a large constant takes two, the frame record one. */
const LOOK_BACK = 8;

const SP = 31;

/** Whether the word may write SP; few others pass. */
function mayWriteStackPointer(word: number): boolean {
  const target = word & 31;
  const base = (word >>> 5) & 31;
  // Add and subtract, immediate and extended register; logical immediate but ANDS.
  if (target === SP && ((word & 0x3f800000) === 0x11000000 || (word & 0x3fe00000) === 0x0b200000))
    return true;
  if (target === SP && (word & 0x1f800000) === 0x12000000 && (word & 0x60000000) !== 0x60000000) return true;
  if (base !== SP) return false;
  // Pairs and single registers before or after an index, and SIMD structures after one.
  return (
    (word & 0x3a800000) === 0x28800000 ||
    (word & 0x3b200400) === 0x38000400 ||
    (word & 0xbe800000) >>> 0 === 0x0c800000
  );
}

/**
 * Bytes by which the word at `index` moves SP, negative when the stack grows; 'unknown' if it takes
 * SP from elsewhere; undefined if it does not write SP.
 */
export function stackMove(words: Uint32Array, index: number): number | 'unknown' | undefined {
  const word = words[index] ?? 0;
  if (!mayWriteStackPointer(word)) return undefined;
  const text = disassemble(word) ?? '';
  const writeBack = /\[sp, #(-?\d+)\]!$/.exec(text) ?? /\[sp\], #(-?\d+)$/.exec(text);
  if (writeBack) return Number(writeBack[1]);
  if (/\[sp\], x\d+$/.test(text)) return 'unknown';
  if (!/^(?:add|sub|mov|and|orr|eor) w?sp, /.test(text)) return undefined;
  const before = knownRegisters(words, index);
  const value = evaluate(text, before);
  return value?.is === 'sp' ? value.bytes : 'unknown';
}

/** What the last words before `index` leave in registers; a branch forgets everything. */
function knownRegisters(words: Uint32Array, index: number): Map<string, Known> {
  const registers = new Map<string, Known>();
  for (let at = Math.max(0, index - LOOK_BACK); at < index; at += 1) {
    const text = disassemble(words[at] ?? 0) ?? '';
    if (/^(?:b|b\..*|bl|br|blr|ret|cbn?z|tbn?z)(?: |$)/.test(text) || mayWriteStackPointer(words[at] ?? 0)) {
      registers.clear();
      continue;
    }
    const [, target] = /^\w+ (x\d+),/.exec(text) ?? [];
    if (target === undefined || /^(?:st|cmp|tst)/.test(text)) continue;
    const value = evaluate(text, registers);
    if (value) registers.set(target, value);
    else registers.delete(target);
  }
  return registers;
}

/** The value that an addition, a subtraction or a move makes. */
function evaluate(text: string, registers: ReadonlyMap<string, Known>): Known | undefined {
  const valueOf = (name: string): Known | undefined =>
    name === 'sp' ? { is: 'sp', bytes: 0 } : registers.get(name);
  const [, constant] = /^mov \w+, #(-?\d+)$/.exec(text) ?? [];
  if (constant !== undefined) return { is: 'constant', bytes: Number(constant) };
  const [, kept, part, shift = '0'] = /^movk (x\d+), #(\d+)(?:, lsl #(\d+))?$/.exec(text) ?? [];
  if (kept !== undefined) {
    const old = registers.get(kept);
    // A frame has less than four gigabytes; arithmetic, because shifts are of 32 bits.
    const scale = 2 ** Number(shift);
    if (old?.is !== 'constant' || Number(shift) > 16) return undefined;
    const field = Math.floor(old.bytes / scale) % 65_536;
    return { is: 'constant', bytes: old.bytes + (Number(part) - field) * scale };
  }
  const [, source] = /^mov \w+, (\w+)$/.exec(text) ?? [];
  if (source !== undefined) return valueOf(source);
  const [, operation, from = '', amount = ''] = /^(add|sub) \w+, (\w+), (.+)$/.exec(text) ?? [];
  const start = valueOf(from);
  const [, immediate, lsl = '0'] = /^#(\d+)(?:, lsl #(\d+))?$/.exec(amount) ?? [];
  const by = immediate === undefined ? constantIn(valueOf(amount)) : Number(immediate) * 2 ** Number(lsl);
  if (!start || by === undefined) return undefined;
  return { is: start.is, bytes: operation === 'add' ? start.bytes + by : start.bytes - by };
}

function constantIn(value: Known | undefined): number | undefined {
  return value?.is === 'constant' ? value.bytes : undefined;
}
