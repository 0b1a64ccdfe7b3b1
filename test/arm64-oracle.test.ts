/**
 * The decoder held against llvm-mc 14 over words that reach every encoding group, with register
 * fields at their extremes. What llvm-mc 14 cannot judge is listed as a deviation with its reason.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, disassemble, featureOf } from '../src/arm64/index.ts';
import { judged, llvm, sample } from './llvm-mc.ts';

const EVERYTHING =
  'v8.7a v8.8a v9.3a aes altnzcv am amvs bf16 brbe bti ccdp ccidx ccpp complxnum crc crypto dit dotprod ecv ' +
  'el2vmsa el3 ete fgt flagm fp-armv8 fp16fml fptoint fullfp16 hbc hcx i8mm jsconv lor ls64 lse lse2 mops mpam ' +
  'mte neon nv pan pan-rwv pauth perfmon predres rand ras rcpc rcpc-immo rdm rme sb sel2 sha2 sha3 sm4 sme spe ' +
  'spe-eef specrestrict ssbs tlb-rmi tme tracev8.4 trbe uaops vh wfxt xs';

const SCALABLE = 'sve sve2 sve2-aes sve2-bitperm sve2-sha3 sve2-sm4 f32mm f64mm sme sme-f64 sme-i64';

/** Debug exits to EL3 are base instructions that LLVM 14 asks `el3` for. */
const BASE = 'fp-armv8 neon el3';

/** Words that LLVM 14 does not know, by the features that came after it: llvm-mc 22 judges them. */
const NEWER_THAN_THE_ORACLE = new Set(
  (
    'cmpbr cpa cssc d128 d128+the f16f32dot f16f32mm f16mm f8f16mm f8f32mm faminmax fp8 fp8dot2 fp8dot4 ' +
    'fp8fma fprcvt lrcpc3 lscp lse128 lsfe lsui lut mops_go pauth_lr poe2 tev the'
  ).split(' '),
);

/** Where LLVM 14 writes another text than LLVM 22, whose text is ours: what LLVM 14 writes, and why. */
const OTHER_SPELLINGS: readonly (readonly [theirs: RegExp, reason: string])[] = [
  [/^(sys|sysl|hint) /, 'operations and hints that were named later'],
  [/^m(sr|rs) .*\bS[0-3]_/, 'system registers that were named later; LLVM 14 limits some immediates to 1'],
  [/^prfu?m #/, 'range prefetches and the system level cache were named later'],
  [/^(tlbi|ic) \w+$/, 'LLVM 14 leaves out a register that is no operand of the operation'],
];

test('disassemble() writes what llvm-mc writes, for words of every encoding group', llvm(14), () => {
  const words = sample(120_000);
  const expected = judged(words, EVERYTHING);
  for (const [index, word] of words.entries()) {
    const theirs = expected[index];
    const ours = disassemble(word);
    if (ours === theirs) continue;
    if (theirs !== undefined && OTHER_SPELLINGS.some(([spelling]) => spelling.test(theirs))) continue;
    if (theirs === undefined && NEWER_THAN_THE_ORACLE.has(featureOf(word) ?? '')) continue;
    assert.equal(ours, theirs, `0x${word.toString(16)}`);
  }
});

test('featureOf() names a feature just where llvm-mc asks for one', llvm(14), () => {
  const words = sample(60_000).filter((word) => {
    return disassemble(word) !== undefined && !NEWER_THAN_THE_ORACLE.has(featureOf(word) ?? '');
  });
  const base = judged(words, BASE);
  for (const [index, word] of words.entries()) {
    const text = disassemble(word) ?? '';
    if (SYSTEM_WORDS.test(text)) continue;
    assert.equal(featureOf(word) === undefined, base[index] !== undefined, `0x${word.toString(16)} ${text}`);
  }
});

test('classOf() and featureOf() know every SVE and SME word that llvm-mc knows', llvm(14), () => {
  for (const [kind, pattern] of [
    ['sve', 'xxx0010'],
    ['sme', '1xx0000'],
  ] as const) {
    const words = sample(30_000, [pattern]);
    const accepted = judged(words, `${EVERYTHING} ${SCALABLE}`);
    const alone = judged(words, kind);
    for (const [index, word] of words.entries()) {
      if (accepted[index] === undefined) continue;
      assert.equal(classOf(word), kind, word.toString(16));
      assert.equal(featureOf(word) === kind, alone[index] !== undefined, word.toString(16));
    }
  }
});

/** Hints run everywhere, and a system register's number decodes with or without its name. */
const SYSTEM_WORDS =
  /^(m[rs][rs]|sys|sysl|hint|at|dc|ic|tlbi|cfp|dvp|cpp|bti|dgh|esb|[pt]sb|pac|aut|xpaclri)\b|^(pac|aut)i[ab](z|sp|1716)/;
