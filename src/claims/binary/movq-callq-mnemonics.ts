/**
 * The suffix is a matter of the tool: GNU's objdump omits it where the operands tell the size.
 *
 * @module
 */

import { objdump } from '../../evidence/binary/objdump.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const movqCallqMnemonics = claim({
  id: 'movq-callq-mnemonics',
  subject: 'binary',
  answers: ['W3.48'],
  statement: {
    en: 'An x86-64 binary shows movq and callq in objdump.',
    zh: 'x86_64 二进制在 objdump 中会出现 movq、callq。',
  },
  method: {
    en: 'Disassembles a linux/amd64 Go program built here with every objdump on PATH and counts both mnemonics.',
    zh: '用 PATH 中的每个 objdump 反汇编本机构建的 linux/amd64 Go 程序，统计这两个助记符。',
  },
  wouldChange: {
    en: 'Both mnemonics in the output of every objdump at hand.',
    zh: '本机每个 objdump 的输出中都出现这两个助记符。',
  },
  needs: { objdump },

  judge({ objdump: { tools } }) {
    const rows = tools
      .filter(({ amd64 }) => amd64.instructions > 0)
      .map(({ version, amd64: { instructions, mnemonics } }) => ({
        version,
        instructions,
        movq: mnemonics['movq'] ?? 0,
        callq: mnemonics['callq'] ?? 0,
        vector: mnemonics['movq %xmm'] ?? 0,
        plain: (mnemonics['mov'] ?? 0) + (mnemonics['call'] ?? 0),
      }));
    if (rows.length === 0) {
      return inconclusive({
        en: 'No objdump at hand disassembles x86-64',
        zh: '本机没有能反汇编 x86-64 的 objdump',
      });
    }
    const figures = [
      table(
        {
          en: 'Mnemonics at the beginning of a linux/amd64 Go program',
          zh: 'linux/amd64 Go 程序开头部分的助记符',
        },
        [
          { en: 'tool', zh: '工具' },
          { en: 'instructions', zh: '指令数' },
          'movq',
          'callq',
          'mov + call',
          'movq %xmm',
        ],
        rows.map(({ version, instructions, movq, callq, plain, vector }) => [
          version,
          instructions,
          movq,
          callq,
          plain,
          vector,
        ]),
      ),
    ];
    const neither = rows.find(({ movq, callq }) => movq === 0 && callq === 0);
    const partly = rows.find(({ movq, callq }) => movq === 0 || callq === 0);
    if (neither) {
      return refuted(
        {
          en: `${neither.version} prints neither movq nor callq in ${neither.instructions} instructions; it writes mov and call`,
          zh: `${neither.version} 在 ${neither.instructions} 条指令中既无 movq 也无 callq；它写作 mov 与 call`,
        },
        { figures },
      );
    }
    const perTool = rows.map(({ version, movq, callq }) => ({
      en: `${version} prints movq ${movq} and callq ${callq} times`,
      zh: `${version} 输出 movq ${movq} 次、callq ${callq} 次`,
    }));
    return partly
      ? inconclusive(
          {
            en: `The tools differ, so it hangs on which one is used: ${perTool.map(({ en }) => en).join('; ')}`,
            zh: `各工具说法不一，取决于所用工具：${perTool.map(({ zh }) => zh).join('；')}`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `All ${rows.length} tools print both: movq ${Math.min(...rows.map(({ movq }) => movq))} times at least`,
            zh: `${rows.length} 个工具均输出二者：movq 至少 ${Math.min(...rows.map(({ movq }) => movq))} 次`,
          },
          { figures },
        );
  },
});
