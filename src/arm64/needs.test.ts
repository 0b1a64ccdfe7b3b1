/**
 * Guards in small: C's outline atomics as GCC 14 writes them, unguarded words, data among code; and
 * what GOARM64 and the machines make of needs. Whole programs are in test/cpu-floor.test.ts.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyond, parseGoarm64 } from './goarm64.ts';
import { lackingOn, MACHINES } from './machines.ts';
import { needsOf, unguarded } from './index.ts';

/** adrp x16; ldrb w16, [x16, #8]; cbz w16, 1f; ldaddal w0, w0, [x1]; ret; 1: ldaxr … stlxr; cbnz; ret */
const OUTLINE = [
  0x90000110, 0x39402210, 0x34000070, 0xb8e00020, 0xd65f03c0, 0x885ffc30, 0x0b000211, 0x8810fe31, 0x35ffffb0,
  0xd65f03c0,
];

test('an atomic that a byte chooses instead of exclusive accesses is guarded', () => {
  const [need] = needsOf({ words: Uint32Array.from(OUTLINE), address: 0x10000 });
  assert.deepEqual(need, { feature: 'lse', count: 1, guarded: 1, places: [] });
});

test('a need behind a byte that nothing shows to be a flag is not guarded, unless the caller knows it', () => {
  const words = Uint32Array.from(OUTLINE);
  words[3] = 0xce0f5159;
  words[5] = 0xd503201f;
  const code = { words, address: 0x10000, functions: { starts: [0x10000], names: ['f'], end: 0x10028 } };
  assert.deepEqual(needsOf(code)[0]?.places, [{ address: 0x1000c, function: 'f' }]);
  assert.deepEqual(unguarded(needsOf({ ...code, isFlag: (address) => address === 0x30008 })), []);
});

test('hints and reads of identification registers are no needs, nor are literals', () => {
  // bti c; paciasp; mrs x0, id_aa64isar0_el1; ldr w1, .+8; ret; a word like an SVE one
  const words = Uint32Array.of(0xd503245f, 0xd503233f, 0xd5380600, 0x18000041, 0xd65f03c0, 0x04000028);
  assert.deepEqual(unguarded(needsOf({ words, address: 0 })), []);
});

test('parseGoarm64() accepts what go does, and beyond() names what it does not allow', () => {
  for (const text of ['v8', 'v8.10', 'v9.6', 'v8.0,lse,sve', 'V8.0', ''])
    assert.equal(parseGoarm64(text), undefined);
  const needed = ['lse', 'aes', 'dotprod', 'sve'];
  for (const [text, expected] of [
    ['v8.0', needed],
    ['v8.0,crypto,lse', ['dotprod', 'sve']],
    ['v8.4', ['aes', 'sve']],
    ['v9.0', ['aes', 'sve']],
  ] as const) {
    const allowed = parseGoarm64(text);
    assert.deepEqual(allowed && beyond(allowed, needed), expected, text);
  }
});

test('LSE starts on all machines but the first three kinds; AES not on a Raspberry Pi 4', () => {
  const without = (feature: string): readonly string[] =>
    MACHINES.filter((machine) => lackingOn(machine, [feature]).length > 0).map(({ id }) => id);
  assert.deepEqual(without('lse'), ['pi-3', 'pi-4', 'graviton1']);
  assert.deepEqual(without('aes'), ['pi-3', 'pi-4']);
  assert.ok(without('sha3').includes('graviton2') && !without('sha3').includes('graviton4'));
});
