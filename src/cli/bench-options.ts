/**
 * The options of `goassay bench`, apart from the command table because there are many.
 *
 * @module
 */

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import { collect, count } from './option-values.ts';

type Say = (en: string, zh: string) => string;

export interface BenchTable {
  readonly say: Say;
  /** Options that every command has, freshly made. */
  readonly common: (command: Command) => Command;
  readonly language: 'en' | 'zh';
  readonly done: (exit: ExitCode) => void;
  /** What stood after the first "--", parted at every further one. */
  readonly commands: readonly (readonly string[])[];
}

/** `bench compare -- A -- B`: commands of the user's are none of the parser's business. */
export function commandsIn(args: readonly string[]): {
  own: readonly string[];
  commands: readonly string[][];
} {
  const end = args.indexOf('--');
  if (args[0] !== 'bench' || args[1] !== 'compare' || end < 0) return { own: args, commands: [] };
  const commands: string[][] = [[]];
  for (const arg of args.slice(end + 1)) {
    if (arg === '--') commands.push([]);
    else commands.at(-1)?.push(arg);
  }
  return { own: args.slice(0, end), commands };
}

export function benchOptions(bench: Command, table: BenchTable): void {
  const { say } = table;
  bench.description(
    say(
      'the laboratory: compare commands, judge Go benchmark files, run experiments',
      '实验室：比较命令、判读 Go 基准测试文件、运行实验',
    ),
  );
  compareOptions(bench.command('compare'), table);
  statOptions(bench.command('stat'), table);
  namedOptions(bench, table);
  for (const command of bench.commands)
    command.helpOption('-h, --help', say('print help', '输出帮助')).exitOverride();
}

function compareOptions(command: Command, { say, common, language, done, commands }: BenchTable): void {
  common(command)
    .usage('[options] -- COMMAND-A -- COMMAND-B …')
    .description(
      say(
        'run commands against each other in rounds dealt by chance, until it is known which takes more',
        '以随机次序轮流运行各命令并比较，直到得出结论',
      ),
    )
    .option(
      '--rounds <n>',
      say('exactly so many rounds, instead of until it is known', '恰好运行 n 轮，而非知道即停'),
      count,
    )
    .option('--max-rounds <n>', say('at most so many rounds', '最多 n 轮'), count, 100)
    .option(
      '--warmups <n>',
      say('rounds that do not count, before the first', '正式轮次前不计入的轮数'),
      count,
      1,
    )
    .option(
      '--measure <measure>',
      say(
        'wall, cpu, peak, or NAME UNIT as the commands report it in the Go benchmark format',
        'wall、cpu、peak，或命令以 Go 基准格式报告的“名称 单位”',
      ),
      'wall',
    )
    .option(
      '--margin <share>',
      say('differences below it do not matter', '小于此值的差异视为无关'),
      share,
      0.01,
    )
    .option(
      '--cpu <n>',
      say('confine every run to this processor (Linux)', '将每次运行限定在此处理器（Linux）'),
      count,
    )
    .addOption(
      new Option(
        '--cores <sort>',
        say('bias every run towards these cores (macOS)', '使每次运行偏向此类核心（macOS）'),
      ).choices(['efficiency']),
    )
    .option('--time-limit <seconds>', say('of one run', '单次运行的时间限制'), seconds, 60)
    .option('--budget <seconds>', say('no round begins later than this', '此后不再开始新一轮'), seconds, 600)
    .option('--output-limit <bytes>', say('what one run may print', '单次运行的输出上限'), count, 2 ** 28)
    .option(
      '--name <name>',
      say('what to call the next command in the report', '报告中下一个命令的名称'),
      collect,
      [],
    )
    .option(
      '--env <name[=value]>',
      say('pass this variable on, or set it', '传递或设置环境变量'),
      collect,
      [],
    )
    .option('--seed <text>', say('deal the order from this', '以此为种子分配次序'))
    .option('--go <path>', say('the Go that builds the meter', '用于构建计量程序的 Go'), 'go')
    .addOption(
      new Option(
        '--gate <relation>',
        say(
          'exit 1 if a later command takes more, less or another amount than the first',
          '若后者比首个命令更多、更少或不同，则退出码为 1',
        ),
      ).choices(['larger', 'smaller', 'different']),
    )
    .option(
      '--out <directory>',
      say(
        'where report.html, report.json and dossier.json go',
        'report.html、report.json、dossier.json 的输出目录',
      ),
      'goassay-bench',
    )
    .option('-q, --quiet', say('no progress', '不显示进度'))
    .action(async (options) =>
      done(await (await import('./bench-compare.ts')).benchCompareCommand(commands, options, language)),
    );
}

function statOptions(command: Command, { say, common, language, done }: BenchTable): void {
  const keys = say('keys', '键');
  common(command)
    .description(
      say(
        'sum up and compare Go benchmark files, with benchstat’s flags and its output',
        '汇总并比较 Go 基准测试文件，选项与输出同 benchstat',
      ),
    )
    .argument(
      '<files...>',
      say('PATH, LABEL=PATH, or "-" for standard input', 'PATH、LABEL=PATH，或“-”表示标准输入'),
    )
    .option(`--table <${keys}>`, say('one table per value of these', '按此分表'), '.config')
    .option(`--row <${keys}>`, say('one row per value of these', '按此分行'), '.fullname')
    .option(`--col <${keys}>`, say('compare across the values of these', '按此分列比较'), '.file')
    .option(`--ignore <${keys}>`, say('do not tell results apart by these', '不以此区分结果'), '')
    .option('--filter <query>', say('take only what matches', '只取匹配的结果'), '*')
    .option(
      '--alpha <level>',
      say('a difference is shown if p is at most this', 'p 不大于此值才视为有差异'),
      level,
      0.05,
    )
    .option('--confidence <level>', say('of the ranges', '区间的置信水平'), level, 0.95)
    .addOption(
      new Option('--format <format>', say('what goes to standard output', '标准输出的格式'))
        .choices(['text', 'csv', 'markdown', 'html', 'json'])
        .default('text'),
    )
    .addOption(
      new Option(
        '--adjust <method>',
        say(
          'adjust p for the number of comparisons (in json, markdown and html)',
          '按比较次数校正 p（用于 json、markdown、html）',
        ),
      )
        .choices(['none', 'holm', 'bh'])
        .default('none'),
    )
    .option(
      '--gate <share>',
      say(
        'exit 1 if a benchmark is worse by more than this, such as 2%',
        '有基准变差超过此比例（如 2%）则退出码为 1',
      ),
      share,
    )
    .action(async (files: string[], options) =>
      done(await (await import('./bench-stat.ts')).benchStatCommand(files, options, language)),
    );
}

function namedOptions(bench: Command, { say, common, language, done }: BenchTable): void {
  bench
    .command('list')
    .description(
      say('the experiments by name, and the claims that they answer', '按名称列出实验及其所答主张'),
    )
    .option('--json', say('print one JSON document and nothing else', '只输出一个 JSON 文档'))
    .option('--lang <language>', say('language of people: en or zh', '语言：en 或 zh'))
    .action(async (options) => done((await import('./bench-named.ts')).benchListCommand(options, language)));
  common(bench.command('run'))
    .description(say('run experiments by name and judge their claims', '按名称运行实验并判定其主张'))
    .argument('<names...>', say('see bench list', '见 bench list'))
    .option('--plan', say('show what would run; run nothing', '只列出将要执行的内容'))
    .option(
      '--go <path>',
      say('judge this Go instead of the first on PATH', '判定此 Go，而非 PATH 中的第一个'),
    )
    .option('--online', say('allow the network', '允许访问网络'))
    .option(
      '--beside <dossier>',
      say('compare with the timings in a dossier of another machine', '与另一台机器案卷中的计时比较'),
    )
    .option('--gate <claim>', say('exit 1 if this claim is refuted', '该主张被证伪则退出码为 1'), collect, [])
    .option(
      '--out <directory>',
      say(
        'where report.html, report.json and dossier.json go',
        'report.html、report.json、dossier.json 的输出目录',
      ),
      'goassay-bench',
    )
    .option('-q, --quiet', say('no progress', '不显示进度'))
    .action(async (names: string[], options) =>
      done(await (await import('./bench-named.ts')).benchRunCommand(names, options, language)),
    );
}

function level(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('It must be in the range from 0 to 1.');
}

function seconds(value: string): number {
  const number = Number(value.replace(/s$/, ''));
  if (number > 0 && number < 1e6) return number;
  throw new InvalidArgumentError('It is no time; give seconds such as 60.');
}

function share(value: string): number {
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  if (value.trim() !== '' && number >= 0 && number < 10) return number;
  throw new InvalidArgumentError('It is no share; give one such as 1% or 0.01.');
}
