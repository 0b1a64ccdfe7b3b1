/**
 * The decoder held against llvm-mc 14 over words that reach every encoding group, with register
 * fields at their extremes. What llvm-mc 14 cannot judge is listed as a deviation with its reason.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { classOf, disassemble, featureOf } from '../src/arm64/index.ts';
import { capability } from './capability.ts';

const EVERYTHING =
  'v8.7a v8.8a v9.3a aes altnzcv am amvs bf16 brbe bti ccdp ccidx ccpp complxnum crc crypto dit dotprod ecv ' +
  'el2vmsa el3 ete fgt flagm fp-armv8 fp16fml fptoint fullfp16 hbc hcx i8mm jsconv lor ls64 lse lse2 mops mpam ' +
  'mte neon nv pan pan-rwv pauth perfmon predres rand ras rcpc rcpc-immo rdm rme sb sel2 sha2 sha3 sm4 sme spe ' +
  'spe-eef specrestrict ssbs tlb-rmi tme tracev8.4 trbe uaops vh wfxt xs';

const SCALABLE = 'sve sve2 sve2-aes sve2-bitperm sve2-sha3 sve2-sm4 f32mm f64mm sme sme-f64 sme-i64';

/** Debug exits to EL3 are base instructions that LLVM 14 asks `el3` for. */
const BASE = 'fp-armv8 neon el3';

/** Words that LLVM 14 does not know, by the features that came after it. */
const NEWER_THAN_THE_ORACLE = new Set(['cssc', 'lse128']);

/** Moves to and from the unallocated op0 = 0 and 1: LLVM writes S0_…, which names no register. */
const UNALLOCATED_MOVE = /^m(sr|rs) .*\bS[01]_/;

/** Branch record injection (FEAT_BRBE) is left in its generic form, `sys`. */
const WRITTEN_GENERICALLY = /^brb /;

const PATTERNS = [
  'xxx100',
  'xxx101',
  '1101010100',
  '11010110',
  '11010100',
  'xxxx1x0',
  'xx001000',
  'xx111000xx1',
  'xxx0101',
  'xxx1101',
  'xxx11010xx0',
  'x0011110xx1',
  '00011111',
  '0xx01110xx1xxxxxxxxxx1',
  '0xx01110xx0xxxxx1xxxx1',
  '0xx01110xx1xxxxxxxxx00',
  '0xx01110xx10000xxxxx10',
  '0xx01110xx11000xxxxx10',
  '0xx01110xx0xxxxx0',
  '01x11110xx1',
  '0xx01111',
  '01x11111',
  '0xx0111100000',
  '0x001100x0',
  '0x001101x',
  '01001110xx10100',
  '01011110',
  '11001110',
  '11011001xx1',
  '00011x01xx0xxxxxxxxx01',
  '0000000000000000',
];

test('disassemble() writes what llvm-mc writes, for words of every encoding group', llvm(), () => {
  const words = sample(120_000);
  const expected = judged(words, EVERYTHING);
  for (const [index, word] of words.entries()) {
    const theirs = expected[index];
    if (theirs !== undefined && (UNALLOCATED_MOVE.test(theirs) || WRITTEN_GENERICALLY.test(theirs))) continue;
    if (NEWER_THAN_THE_ORACLE.has(featureOf(word) ?? '')) assert.equal(theirs, undefined);
    else assert.equal(disassemble(word), theirs, `0x${word.toString(16)}`);
  }
});

test('featureOf() names a feature just where llvm-mc asks for one', llvm(), () => {
  const words = sample(60_000).filter((word) => disassemble(word) !== undefined);
  const base = judged(words, BASE);
  for (const [index, word] of words.entries()) {
    const text = disassemble(word) ?? '';
    if (SYSTEM_WORDS.test(text)) continue;
    assert.equal(featureOf(word) === undefined, base[index] !== undefined, `0x${word.toString(16)} ${text}`);
  }
});

test('classOf() and featureOf() know SVE and SME words, but for reserved operands', llvm(), () => {
  for (const [kind, pattern, most] of [
    ['sve', 'xxx0010', 0.015],
    ['sme', '1xx0000', 0],
  ] as const) {
    const words = sample(30_000, [pattern]);
    const accepted = judged(words, `${EVERYTHING} ${SCALABLE}`);
    const alone = judged(words, kind);
    let doubtful = 0;
    for (const [index, word] of words.entries()) {
      const known = classOf(word) === kind;
      if (known !== (accepted[index] !== undefined)) doubtful += 1;
      else if (known) assert.equal(featureOf(word) === kind, alone[index] !== undefined, word.toString(16));
    }
    assert.ok(doubtful <= most * words.length, `${doubtful} ${kind} words of ${words.length}`);
  }
});

/** Hints run everywhere, and a system register's number decodes with or without its name. */
const SYSTEM_WORDS =
  /^(m[rs][rs]|sys|sysl|hint|at|dc|ic|tlbi|cfp|dvp|cpp|bti|dgh|esb|[pt]sb|pac|aut|xpaclri)\b|^(pac|aut)i[ab](z|sp|1716)/;

function llvm(): { readonly skip: string | false } {
  const { stdout } = spawnSync('llvm-mc', ['--version'], { encoding: 'utf8' });
  return capability('llvm-mc 14', /LLVM version 14\./.test(stdout ?? ''));
}

/** Fixed words: each pattern in turn, its free bits by xorshift32, registers often 0 or 31. */
function sample(count: number, patterns: readonly string[] = PATTERNS): number[] {
  let state = 20_261_124;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return Array.from({ length: count }, (_, index) => {
    const pattern = (patterns[index % patterns.length] ?? '').padEnd(32, 'x');
    const extremes = next();
    let word = next();
    for (const [turn, low] of [0, 5, 10, 16].entries()) {
      const choice = (extremes >>> (turn * 3)) & 7;
      if (choice === 0) word |= 31 << low;
      if (choice === 1) word &= ~(31 << low);
    }
    for (const [place, fixed] of pattern.split('').entries()) {
      if (fixed === '1') word |= 1 << (31 - place);
      if (fixed === '0') word &= ~(1 << (31 - place));
    }
    return word >>> 0;
  });
}

/** The texts of llvm-mc, undefined where it warns of an encoding it does not know. */
function judged(words: readonly number[], features: string): readonly (string | undefined)[] {
  const input = words.map((word) => {
    return [0, 8, 16, 24].map((shift) => `0x${((word >>> shift) & 255).toString(16)}`).join(' ');
  });
  const mattr = features.replaceAll(/(\S+) ?/g, '+$1,').slice(0, -1);
  const { stdout, stderr } = spawnSync('llvm-mc', ['-arch=aarch64', `-mattr=${mattr}`, '-disassemble'], {
    input: `${input.join('\n')}\n`,
    encoding: 'latin1',
    maxBuffer: 1 << 28,
  });
  const unknown = new Set<number>();
  for (const [, line] of stderr.matchAll(/^<stdin>:(\d+):\d+: warning: invalid/gm))
    unknown.add(Number(line) - 1);
  const texts = stdout.split('\n').filter((line) => /^\t[^.]/.test(line));
  assert.equal(texts.length + unknown.size, words.length);
  let taken = 0;
  return words.map((_, index) => {
    if (unknown.has(index)) return undefined;
    const text = texts[taken]?.replace(/\s*\/\/ .*$/, '').trim();
    taken += 1;
    return text?.replaceAll('\t', ' ');
  });
}
