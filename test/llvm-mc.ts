/**
 * llvm-mc as an oracle of instruction words, and the fixed samples of words it is asked about.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { capability } from './capability.ts';

/** Patterns of encoding groups outside SVE and SME, from bit 31 down; `x` and what is left out are free. */
export const PATTERNS = [
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

/** The command of the given major version, or the reason to skip a test that needs it. */
export function llvm(version: 14 | 22): { readonly command: string; readonly skip: string | false } {
  const command = version === 14 ? 'llvm-mc' : `llvm-mc-${version}`;
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  const found = (stdout ?? '').includes(`LLVM version ${version}.`);
  return { command, ...capability(`llvm-mc ${version}`, found) };
}

/** Fixed words: each pattern in turn, its free bits by xorshift32, registers often 0 or 31. */
export function sample(count: number, patterns: readonly string[] = PATTERNS): number[] {
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

/** The texts of llvm-mc with single spaces, undefined where it warns of an encoding it does not know. */
export function judged(
  words: readonly number[],
  features: string,
  command = 'llvm-mc',
): readonly (string | undefined)[] {
  const input = words.map((word) => {
    return [0, 8, 16, 24].map((shift) => `0x${((word >>> shift) & 255).toString(16)}`).join(' ');
  });
  const mattr = features.replaceAll(/(\S+) ?/g, '+$1,').slice(0, -1);
  const { stdout, stderr } = spawnSync(command, ['-arch=aarch64', `-mattr=${mattr}`, '-disassemble'], {
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
    return text?.replaceAll(/\s+/g, ' ');
  });
}
