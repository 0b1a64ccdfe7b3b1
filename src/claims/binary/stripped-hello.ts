/**
 * What -ldflags="-s -w" leaves of symbols and DWARF. The function table (pclntab) stays, which
 * is why stack traces still have names; its size is reported.
 *
 * @module
 */

import { binaryIdentity, thinSlice, type BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import type { BarsFigure } from '../../model/figure.ts';
import { of } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const DEBUG = /^(?:__DWARF,|\.z?debug_)/;
const FUNCTION_TABLE = /(?:,__gopclntab|^\.gopclntab|^\.data\.rel\.ro\.gopclntab)$/;

export const strippedHello = claim({
  id: 'stripped-hello',
  subject: 'binary',
  answers: ['W2.70'],
  statement: {
    en: '-ldflags="-s -w" removes the symbol table and the DWARF data.',
    zh: '-ldflags="-s -w" 移除符号表与 DWARF 数据。',
  },
  method: {
    en: 'Builds the same hello with and without the flags for darwin/arm64 and compares sections and symbols of the two files.',
    zh: '以带与不带该选项两种方式为 darwin/arm64 构建同一 hello，比较两个文件的节与符号。',
  },
  wouldChange: {
    en: 'A DWARF section or a defined Go symbol in the file built with the flags.',
    zh: '带该选项构建的文件中仍有 DWARF 节或已定义的 Go 符号。',
  },
  needs: {
    stripped: of(binaryIdentity, PRODUCTS.helloArm64),
    whole: of(binaryIdentity, PRODUCTS.helloArm64Whole),
  },

  judge({ stripped, whole }) {
    const [without, withFlags] = [census(whole), census(stripped)];
    if (!without || !withFlags) {
      return inconclusive({
        en: 'One of the two files is no thin binary',
        zh: '两个文件之一不是单一架构的二进制',
      });
    }
    if (without.debugSections === 0 && without.goSymbols === 0) {
      return inconclusive({
        en: 'The build without the flags has neither DWARF nor Go symbols, so there is nothing that could be removed',
        zh: '不带该选项的构建本就没有 DWARF 与 Go 符号，无从比较',
      });
    }
    const figures = [sizes(without, withFlags)];
    const table = {
      en: `the function table of ${withFlags.functionTable} bytes stays`,
      zh: `${withFlags.functionTable} 字节的函数表仍保留`,
    };
    if (withFlags.debugSections > 0 || withFlags.goSymbols > 0) {
      return refuted(
        {
          en: `${withFlags.debugSections} DWARF sections and ${withFlags.goSymbols} Go symbols remain; ${table.en}`,
          zh: `仍有 ${withFlags.debugSections} 个 DWARF 节与 ${withFlags.goSymbols} 个 Go 符号；${table.zh}`,
        },
        { figures },
      );
    }
    return confirmed(
      {
        en: `${without.debugSections} DWARF sections and ${without.goSymbols} Go symbols go to 0, ${without.size} to ${withFlags.size} bytes; ${table.en}`,
        zh: `DWARF 节由 ${without.debugSections} 个、Go 符号由 ${without.goSymbols} 个降为 0，文件由 ${without.size} 减至 ${withFlags.size} 字节；${table.zh}`,
      },
      { figures },
    );
  },
});

interface Census {
  readonly size: number;
  readonly debugSections: number;
  readonly debugBytes: number;
  readonly goSymbols: number;
  readonly functionTable: number;
}

function census(identity: BinaryIdentity): Census | undefined {
  const slice = thinSlice(identity);
  if (!slice) return undefined;
  const debug = slice.sections.filter(({ name }) => DEBUG.test(name));
  return {
    size: identity.sizeBytes,
    debugSections: debug.length,
    debugBytes: debug.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    goSymbols: slice.symbols?.goCount ?? 0,
    functionTable: slice.sections.find(({ name }) => FUNCTION_TABLE.test(name))?.sizeBytes ?? 0,
  };
}

function sizes(without: Census, withFlags: Census): BarsFigure {
  return {
    type: 'bars',
    title: { en: 'Size with and without -s -w', zh: '带与不带 -s -w 的大小' },
    unit: { en: 'bytes', zh: '字节' },
    bars: [
      { label: { en: 'file, without', zh: '文件（不带）' }, value: without.size },
      { label: verbatim('DWARF'), value: without.debugBytes },
      { label: { en: 'file, with', zh: '文件（带）' }, value: withFlags.size },
      { label: verbatim('DWARF'), value: withFlags.debugBytes },
      { label: { en: 'function table', zh: '函数表' }, value: withFlags.functionTable },
    ],
  };
}
