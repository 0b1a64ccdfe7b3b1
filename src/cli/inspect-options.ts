/**
 * What `goassay inspect` takes.
 *
 * @module
 */

import { Option, type Command } from 'commander';
import { REQUIREMENTS } from '../inspection/requirement.ts';
import { collect } from './option-values.ts';

type Say = (en: string, zh: string) => string;

export function inspectOptions(command: Command, say: Say): Command {
  const width = Math.max(...REQUIREMENTS.map(([example]) => example.length));
  const conditions = REQUIREMENTS.map(
    ([example, { en, zh }]) => `  ${example.padEnd(width)}  ${say(en, zh)}`,
  );
  return command
    .addHelpText('after', `\n${say('Conditions:', '条件：')}\n${conditions.join('\n')}`)
    .description(
      say(
        'what binaries are and need: native or not, CPU, C library, page sizes, signature',
        '二进制文件的身份与所需：是否原生、CPU、C 库、页大小、签名',
      ),
    )
    .argument(
      '<file...>',
      say(
        'binaries, directories, and tar archives of releases or container images',
        '二进制文件、目录，或发行包、容器镜像的 tar 归档',
      ),
    )
    .option(
      '--require <conditions>',
      say(
        'exit 1 unless every file meets them, such as native-arm64,cpu<=v8.2,glibc<=2.28,pages=65536,signed',
        '任一文件不满足则退出码为 1，如 native-arm64,cpu<=v8.2,glibc<=2.28,pages=65536,signed',
      ),
      collect,
      [],
    )
    .option('--jsonl', say('print one JSON object per file and line', '每个文件输出一行 JSON'))
    .option('-v, --verbose', say('every file in full', '完整列出每个文件'))
    .option('--disasm', say('list the machine code', '列出机器码'))
    .option('--function <name>', say('of this function only', '仅限此函数'))
    .addOption(
      new Option(
        '--syntax <assembler>',
        say('of the listing: of LLVM or of Go', '反汇编所用的写法：LLVM 或 Go 汇编'),
      ).choices(['llvm', 'go']),
    )
    .option('--census', say('count instructions by package', '按包统计指令'))
    .option('--functions', say('list the functions with address and size', '列出各函数及其地址与大小'))
    .option(
      '-o, --output <format[=path]>',
      say(
        'json, jsonl, junit, sarif or terminal, to standard output or a file',
        'json、jsonl、junit、sarif 或 terminal，写到标准输出或文件',
      ),
      collect,
      [],
    );
}
