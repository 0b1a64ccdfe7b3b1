/**
 * Reading the compiler's words: the common ground of the claims on generated code.
 *
 * @module
 */

import { disassemble } from '../../arm64/index.ts';
import {
  listingFor,
  type CodeGeneration,
  type CompiledListing,
} from '../../evidence/toolchain/code-generation.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';

export interface Instruction {
  /** As llvm-mc writes it: "cmeq v0.16b, v1.16b, v2.16b". */
  readonly text: string;
  readonly mnemonic: string;
  readonly operands: readonly string[];
}

/** The instructions of a function; undefined if the listing does not have it. */
export function instructionsOf(
  { functions }: CompiledListing,
  name: string,
): readonly Instruction[] | undefined {
  return functions.find((one) => one.name === name)?.words.map(instructionOf);
}

export function instructionOf(word: number): Instruction {
  const text = disassemble(word) ?? `.inst 0x${word.toString(16).padStart(8, '0')}`;
  const [mnemonic = '', ...rest] = text.split(' ');
  return { text, mnemonic, operands: rest.join(' ').split(/,\s*/) };
}

/** Touches a vector register with an arrangement, or 128 bits of one. */
export function isVector({ text }: Instruction): boolean {
  return /\bv\d+\.|\bq\d+\b/.test(text);
}

/** The loops of the specimen that a vectorising compiler would vectorise. */
const LOOPS: readonly string[] = ['CompareBytes', 'SumLoop', 'XorLoop', 'MaxLoop', 'CopyLoop', 'ScaleLoop'];

interface Loop {
  readonly name: string;
  readonly instructions: number;
  readonly vector: number;
}

/** Instructions and vector instructions of each loop; undefined if the default listing is missing. */
export function loopCounts(code: CodeGeneration, goos: string): readonly Loop[] | undefined {
  const listing = listingFor(code, goos);
  return listing && loopsIn(listing.functions);
}

/** The same of any functions that were compiled from the specimen. */
export function loopsIn(
  functions: readonly { readonly name: string; readonly words: readonly number[] }[],
): readonly Loop[] {
  return LOOPS.flatMap((name) => {
    const found = functions.find((one) => one.name === name)?.words.map(instructionOf);
    return found ? [{ name, instructions: found.length, vector: found.filter(isVector).length }] : [];
  });
}

/** The whole function, for a reader who wants to see it. */
export function listingFigure(title: Text, instructions: readonly Instruction[]): TableFigure {
  return table(
    title,
    [
      { en: 'offset', zh: '偏移' },
      { en: 'instruction', zh: '指令' },
    ],
    instructions.map(({ text }, index) => [`0x${(index * 4).toString(16)}`, text]),
  );
}

/** Why there is nothing to judge. */
export function noListing(code: CodeGeneration, goos: string): Text {
  const failed = code.listings.find((one) => one.goos === goos && one.goarm64 === undefined);
  const said = failed?.stderr.trim().split('\n')[0] ?? '';
  return {
    en: `The compiler made no listing for ${goos}/arm64${said === '' ? '' : `: ${said}`}`,
    zh: `编译器未给出 ${goos}/arm64 的清单${said === '' ? '' : `：${said}`}`,
  };
}
