/**
 * -arch is an option of Apple's tools; GNU's and LLVM's objdump have none of that name.
 *
 * @module
 */

import { objdump } from '../../evidence/binary/objdump.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

export const objdumpArchOption = claim({
  id: 'objdump-arch-option',
  subject: 'binary',
  answers: ['W3.39'],
  statement: {
    en: '`objdump -arch arm64 -d` disassembles an arm64 Go binary.',
    zh: '`objdump -arch arm64 -d` 能反汇编 arm64 Go 二进制。',
  },
  method: {
    en: 'Runs the printed command with every objdump on PATH on an ELF and a Mach-O built here, and counts the instructions that it prints.',
    zh: '用 PATH 中的每个 objdump 对本机构建的 ELF 与 Mach-O 执行所给命令，统计其输出的指令数。',
  },
  wouldChange: {
    en: 'Instructions printed by every objdump at hand.',
    zh: '本机每个 objdump 都输出了指令。',
  },
  needs: { objdump },

  judge({ objdump: { tools } }) {
    const rows = tools.flatMap(({ version, printed }) =>
      printed.map(({ binary, exit, instructions, stderr }) => ({
        version,
        binary,
        exit,
        instructions,
        words: stderr.split('\n')[0] ?? '',
      })),
    );
    const failing = rows.filter(({ exit, instructions }) => exit !== 0 || instructions === 0);
    const figures = [
      table(
        { en: 'objdump -arch arm64 -d', zh: 'objdump -arch arm64 -d' },
        [
          { en: 'tool', zh: '工具' },
          { en: 'file', zh: '文件' },
          { en: 'exit', zh: '退出码' },
          { en: 'instructions', zh: '指令数' },
          { en: 'Its words', zh: '输出' },
        ],
        rows.map(({ version, binary, exit, instructions, words }) => [
          version,
          binary,
          String(exit ?? '–'),
          instructions,
          words,
        ]),
      ),
    ];
    const [first] = failing;
    return first
      ? refuted(
          {
            en: `${failing.length} of ${rows.length} runs print no instructions: ${first.version} says “${first.words}”`,
            zh: `${rows.length} 次运行中有 ${failing.length} 次未输出指令：${first.version} 称“${first.words}”`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `All ${rows.length} runs print instructions, ${Math.min(...rows.map(({ instructions }) => instructions))} at least`,
            zh: `${rows.length} 次运行均输出指令，至少 ${Math.min(...rows.map(({ instructions }) => instructions))} 条`,
          },
          { figures },
        );
  },
});
