/**
 * Whence the vector instructions of bytes.Equal and strings.Index come: written by hand in
 * internal/bytealg, or made by the compiler from Go.
 *
 * @module
 */

import { libraryCalls } from '../../evidence/binary/library-calls.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { instructionOf, isVector } from '../toolchain/compiled-code.ts';

export const vectorisedComparisonLibrary = claim({
  id: 'vectorised-comparison-library',
  subject: 'binary',
  answers: ['W2.11'],
  statement: {
    en: 'bytes.Equal and the strings package owe their speed on arm64 to compiler vectorisation.',
    zh: 'bytes.Equal 与 strings 包在 arm64 上的速度来自编译器向量化。',
  },
  method: {
    en: 'Follows the calls of bytes.Equal and strings.Index in a program for linux/arm64, counts vector instructions in each function that they come to, and looks its name up in the assembly of GOROOT.',
    zh: '在 linux/arm64 程序中追踪 bytes.Equal 与 strings.Index 的调用，统计所到各函数的向量指令，并在 GOROOT 的汇编源码中查找其名称。',
  },
  wouldChange: {
    en: 'Vector instructions in one of these functions that no assembly defines.',
    zh: '其中某个并非由汇编定义的函数含有向量指令。',
  },
  needs: { library: of(libraryCalls, PRODUCTS.libraryCalls) },

  judge({ library: { calls } }) {
    const rows = calls.flatMap(({ call, reaches }) =>
      reaches.map(({ function: name, words, assembly }) => ({
        call,
        name,
        instructions: words.length,
        vector: words.map(instructionOf).filter(isVector).length,
        assembly,
      })),
    );
    const missing = calls.find(({ reaches }) => reaches.length === 0);
    if (rows.length === 0 || missing)
      return inconclusive({
        en: `The calls of ${missing?.call ?? 'the library'} could not be followed in the program`,
        zh: `未能在程序中追踪 ${missing?.call ?? '标准库'} 的调用`,
      });
    const figures = [
      table(
        { en: 'What the calls come to', zh: '调用所到之处' },
        [
          { en: 'call', zh: '调用' },
          { en: 'function', zh: '函数' },
          { en: 'instructions', zh: '指令数' },
          { en: 'vector instructions', zh: '向量指令数' },
          { en: 'source', zh: '来源' },
        ],
        rows.map(({ call, name, instructions, vector, assembly }) => [
          call,
          name,
          instructions,
          vector,
          assembly ? `${assembly.file}:${assembly.line}` : { en: 'compiled Go', zh: '编译自 Go' },
        ]),
      ),
    ];
    const vectorised = rows.filter(({ vector }) => vector > 0);
    const compiled = vectorised.find(({ assembly }) => !assembly);
    if (compiled)
      return confirmed(
        {
          en: `${compiled.name}, which ${compiled.call} runs, is compiled Go and holds ${compiled.vector} vector instructions`,
          zh: `${compiled.call} 所运行的 ${compiled.name} 编译自 Go，含 ${compiled.vector} 条向量指令`,
        },
        { figures },
      );
    const by = [...new Set(vectorised.map(({ assembly }) => assembly?.file ?? ''))];
    const count = vectorised.reduce((sum, { vector }) => sum + vector, 0);
    const plain = new Set(rows.flatMap(({ name, assembly }) => (assembly ? [] : [name]))).size;
    return refuted(
      count === 0
        ? {
            en: `None of the ${rows.length} functions that they run holds a vector instruction`,
            zh: `它们所运行的 ${rows.length} 个函数均不含向量指令`,
          }
        : {
            en: `All ${count} vector instructions that they run are hand-written in ${by.join(', ')}; the ${plain} functions of compiled Go hold none`,
            zh: `它们所运行的 ${count} 条向量指令全部手写于 ${by.join('、')}；${plain} 个编译自 Go 的函数不含向量指令`,
          },
      { figures },
    );
  },
});
