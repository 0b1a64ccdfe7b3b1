/**
 * The decoder held against llvm-mc 22, which knows Armv9.6 and most of Armv9.7: random words of every
 * encoding group, each system instruction, and features by enabling them one at a time. Where its
 * text is not ours, the reason is listed.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, disassemble, featureOf } from '../src/arm64/index.ts';
import { judged, llvm, PATTERNS, sample } from './llvm-mc.ts';

const ORACLE = llvm(22);

/** `+all` leaves out the architecture versions, on which the alias `bfc` depends. */
const EVERYTHING = 'all v8.2a';

/** Debug exits to EL3 are base instructions that LLVM asks `el3` for. */
const BASE = 'fp-armv8 neon el3';

/** Patterns beside the older ones: groups that were empty before Armv8.9. */
const NEWER = [
  'xx011001xx0',
  'xx011101xx0',
  'x111010',
  '0101010',
  '11110011',
  '1101101011000001',
  '1101010101',
  'xx111100xx1xxxxxxxxx00',
  '00011101110',
  '0x001101xx000001',
];

/**
 * LLVM 22 also writes two spaces in `stfadd d21,  [x3]`, which we do not. LLVM's older test vectors, as
 * Capstone republishes them, differ from LLVM 22 and us in 19 of 8913 words: `gcsstr x26, x27` without
 * brackets, `autiasppc x0` and `retaasppc x2` without the final r, `bfi x4, xzr` where Armv8.2 has `bfc`,
 * `dfb`, and CPM_IOACC_CTL_EL3, a register of Apple's alone.
 */
const DEVIATIONS: readonly (readonly [ours: RegExp, reason: string])[] = [
  [/^(tstart|ttest|tcommit|tcancel)\b/, 'LLVM 22 has dropped transactional memory'],
  [/^dsb #12$/, 'LLVM writes dfb, which only the R profile has'],
  [/^bti$/, 'LLVM 22 writes bti r, its own test vectors and LLVM 14 bti'],
];

test('disassemble() writes what llvm-mc 22 writes, for words of every encoding group', ORACLE, () => {
  agree(sample(150_000, [...PATTERNS, ...NEWER]).filter((word) => !isScalable(word)));
});

test('disassemble() writes what llvm-mc 22 writes, for every system instruction', ORACLE, () => {
  for (const base of [0xd500_0000, 0xd520_0000, 0xd540_0000, 0xd560_0000]) {
    for (const register of [0, 31]) {
      agree(Array.from({ length: 1 << 16 }, (_, key) => (base | (key << 5) | register) >>> 0));
    }
  }
});

/** What llvm-mc 22 calls our features, where it has other names. Several stand for one need of several. */
const THEIR_NAMES: Readonly<Record<string, string>> = {
  fcma: 'complxnum fullfp16',
  fhm: 'fp16fml',
  flagm2: 'altnzcv',
  fp16: 'fullfp16',
  frint: 'fptoint',
  jscvt: 'jsconv',
  lrcpc: 'rcpc',
  lrcpc2: 'rcpc-immo',
  lrcpc3: 'rcpc3',
  mops_go: 'mops-go',
  'mte+mops': 'mte mops',
  paca: 'pauth',
  pauth_lr: 'pauth-lr',
  sha1: 'sha2',
  sha512: 'sha3',
  sm3: 'sm4',
  'd128+the': 'd128 the',
};

/** Words that decode without the feature, as hints and as moves to numbered registers, or that LLVM 22 dropped. */
const EVERYWHERE =
  /^(m[rs][rs]|smst\w+|hint|[pt]sb|gcsb|pac|aut|xpaclri|bti|dgh|esb|clrbhb|pacm|chkfeat|wf[ei]t|sb|dsb|cfinv|xaflag|axflag|gcs\w+)\b/;

test('featureOf() names what makes llvm-mc 22 accept the word, feature by feature', ORACLE, () => {
  const words = sample(150_000, [...PATTERNS, ...NEWER]).filter((word) => {
    const text = disassemble(word);
    return text !== undefined && !EVERYWHERE.test(text) && !/^t(cancel|start|test|commit)\b/.test(text);
  });
  const bare = judged(words, BASE, ORACLE.command);
  const groups = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const feature = featureOf(word);
    const message = `0x${word.toString(16)} ${disassemble(word)}`;
    assert.equal(bare[index] !== undefined, feature === undefined, message);
    if (feature !== undefined) groups.set(feature, [...(groups.get(feature) ?? []).slice(-500), word]);
  }
  assert.ok(groups.size > 50, `${groups.size} features`);
  for (const [feature, members] of groups) {
    const texts = judged(members, `${BASE} ${THEIR_NAMES[feature] ?? feature}`, ORACLE.command);
    const rejected = members.filter((_, index) => texts[index] === undefined);
    assert.deepEqual(rejected, [], `${feature}: ${disassemble(rejected[0] ?? 0)}`);
  }
});

test('classOf() knows just the SVE and SME words that llvm-mc 22 knows', ORACLE, () => {
  for (const [kind, pattern] of [
    ['sve', 'xxx0010'],
    ['sme', '1xx0000'],
  ] as const) {
    const words = sample(100_000, [pattern]);
    const expected = judged(words, EVERYTHING, ORACLE.command);
    for (const [index, word] of words.entries()) {
      const known = expected[index] === undefined ? undefined : kind;
      assert.equal(classOf(word), known, `0x${word.toString(16)} ${expected[index]}`);
    }
  }
});

/** Features that bring SVE or SME with them; the others need one of them beside. */
const ALONE = /^(sve|sve2|sme|sme2)(p\d)?$|^(sve2|sme)-/;

test('featureOf() names what makes llvm-mc 22 accept SVE and SME words', ORACLE, () => {
  const words = sample(60_000, ['xxx0010', '1xx0000']).filter((word) => classOf(word) !== undefined);
  const groups = new Map<string, number[]>();
  for (const word of words) {
    const feature = featureOf(word) ?? '';
    groups.set(feature, [...(groups.get(feature) ?? []), word]);
  }
  assert.ok(groups.size > 30, `${groups.size} features`);
  for (const [feature, members] of groups) {
    const [first = ''] = feature.split('+');
    const beside = /^(bf16|i8mm|cpa)$/.test(first) ? ' sve' : ALONE.test(first) ? '' : ' sve2p2';
    const texts = judged(members, `${feature.replaceAll('+', ' ')}${beside}`, ORACLE.command);
    const rejected = members.filter((_, index) => texts[index] === undefined);
    assert.deepEqual(rejected, [], `${feature}: ${(rejected[0] ?? 0).toString(16)}`);
  }
});

function agree(words: readonly number[]): void {
  const expected = judged(words, EVERYTHING, ORACLE.command);
  for (const [index, word] of words.entries()) {
    const ours = disassemble(word);
    if (ours === expected[index]) continue;
    if (ours !== undefined && DEVIATIONS.some(([text]) => text.test(ours))) continue;
    assert.equal(ours, expected[index], `0x${word.toString(16)}`);
  }
}

/** SVE has bits 28:25 = 0010, SME bit 31 set and 0000: their texts are not written. */
function isScalable(word: number): boolean {
  const group = (word >>> 25) & 15;
  return group === 2 || (group === 0 && word >>> 31 === 1);
}
