/**
 * The command table: what there is to type. Help, completion and nearest names come out of it.
 *
 * @module
 */

import { Command, CommanderError, Option } from 'commander';
import { benchOptions, commandsIn } from './bench-options.ts';
import { examples } from './examples.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { inspectOptions } from './inspect-options.ts';
import { languageOf } from './language.ts';
import { modProgram } from './mod/program.ts';
import { proofProgram } from './mod/proof-program.ts';
import { collect } from './option-values.ts';
import { gateOptions, runOptions } from './run-options.ts';
import type { Document } from './schema.ts';
import { VERSION } from './version.ts';

/** Those of `schema.ts`, which loads every schema there is. */
const SCHEMAS: readonly Document[] = [
  'dossier',
  'inspection',
  'install',
  'mod-cache',
  'mod-env',
  'mod-graph',
  'mod-proxy',
  'mod-verify',
  'report',
];

/** Runs the command line `args`; returns its exit code. Throws what the door knows how to tell. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.met;
  const { own, commands } = commandsIn(args);
  const spelled = defaultToRun(asLongFlags(own));
  const program = programFor(languageOf(langIn(spelled), process.env), commands, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(spelled, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end the parse with exit code 0; everything else is a usage error.
    return error.exitCode === 0 ? EXIT.met : EXIT.usage;
  }
  return exit;
}

/** `goassay` and `goassay --plan` mean `goassay run`. */
function defaultToRun(args: readonly string[]): string[] {
  const [first] = args;
  const isRun =
    first === undefined || (first.startsWith('-') && !['-h', '--help', '-V', '--version'].includes(first));
  return isRun ? ['run', ...args] : [...args];
}

/** Gophers type -json: a single dash before a whole word means the long flag. */
function asLongFlags(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) =>
    (end < 0 || index < end) && /^-[a-z][a-z-]+(=|$)/.test(arg) ? `-${arg}` : arg,
  );
}

function langIn(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}

/** Builds the table, speaking `language`. Each action loads its own code. */
function programFor(
  language: 'en' | 'zh',
  commands: readonly (readonly string[])[],
  done: (exit: ExitCode) => void,
): Command {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const lang = () =>
    new Option('--lang <language>', say('language of people: en or zh', '语言：en 或 zh')).choices([
      'en',
      'zh',
    ]);
  const colour = () =>
    new Option('--color <when>', say('colour the output', '是否着色'))
      .choices(['auto', 'always', 'never'])
      .default('auto');
  const json = say('print one JSON document and nothing else', '只输出一个 JSON 文档');

  const program = new Command('goassay')
    .description(
      say(
        'The executable whitepaper for Go on ARM64: gathers evidence on this machine, judges every statement of the paper on it, and prints the paper again with verdicts and figures.',
        'Go 与 ARM64 的可执行白皮书：在本机采集证据，逐句判定白皮书，并附上判定与数字重新给出全文。',
      ),
    )
    .version(VERSION, '-V, --version', say('print the version', '输出版本'))
    .helpOption('-h, --help', say('print help', '输出帮助'))
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', examples(language));

  runOptions(program.command('run'), say)
    .addOption(lang())
    .addOption(colour())
    .action(async (options) => done(await (await import('./run.ts')).runCommand(options, language)));

  gateOptions(program.command('doctor'), say)
    .description(say('this machine and its Go installs, in two seconds', '两秒内检查本机及其 Go 安装'))
    .option(
      '--go <path>',
      say('judge this Go instead of the first on PATH', '判定此 Go，而非 PATH 中的第一个'),
    )
    .option('--json', json)
    .addOption(lang())
    .addOption(colour())
    .action(async (options) => done(await (await import('./doctor.ts')).doctorCommand(options, language)));

  program
    .command('install')
    .description(
      say(
        'a Go that is proven against the checksum log before it runs',
        '安装先经校验日志证实、再行运行的 Go',
      ),
    )
    .argument('[version]', say('such as 1.26.8; the newest stable by default', '如 1.26.8；默认为最新稳定版'))
    .option('--os <os>', say('for this system, in Go’s words', '目标系统，用 Go 的名称'))
    .option('--arch <arch>', say('for this architecture, in Go’s words', '目标架构，用 Go 的名称'))
    .option(
      '--dir <directory>',
      say('where the tree goes; ~/sdk/goX by default', '目录树的位置；默认为 ~/sdk/goX'),
    )
    .option(
      '--from <source>',
      say(
        'module (from your proxy), archive (from go.dev), or an address below which archives lie',
        'module（经由你的代理）、archive（来自 go.dev），或存放归档的地址',
      ),
      'module',
    )
    .option('--go <path>', say('take the settings of this go command', '采用此 go 命令的设置'))
    .option('--json', json)
    .addOption(lang())
    .action(async (version: string | undefined, options) =>
      done(await (await import('./install.ts')).installCommand(version, options, language)),
    );

  inspectOptions(program.command('inspect'), say)
    .option('--json', json)
    .addOption(lang())
    .addOption(colour())
    .action(async (files: string[], options) =>
      done(
        options.disasm || options.functions || options.census
          ? await (await import('./inspect-listing.ts')).listingCommand(files, options)
          : await (await import('./inspect.ts')).inspectCommand(files, options, language),
      ),
    );

  benchOptions(program.command('bench'), {
    say,
    language,
    done,
    commands,
    common: (command) =>
      command
        .option(
          '-o, --output <format[=path]>',
          say(
            'write html, json, markdown or terminal as well; "-" is standard output',
            '另行写出 html、json、markdown 或 terminal；“-”为标准输出',
          ),
          collect,
          [],
        )
        .option('--json', json)
        .addOption(lang())
        .addOption(colour()),
  });
  const mod = program.command('mod');
  proofProgram(mod, { language, say, done });
  modProgram(mod, { language, say, done });

  gateOptions(program.command('judge'), say)
    .description(say('judge a saved dossier again, offline', '离线重新判定已保存的案卷'))
    .argument('<dossier>', say('a dossier.json', '一个 dossier.json'))
    .option(
      '-o, --output <format[=path]>',
      say(
        'html, json, markdown or terminal; "-" is standard output',
        'html、json、markdown 或 terminal；“-”为标准输出',
      ),
      collect,
      [],
    )
    .option('--json', json)
    .addOption(lang())
    .addOption(colour())
    .action(async (dossier: string, options) =>
      done(await (await import('./judge.ts')).judgeCommand(dossier, options, language)),
    );

  program
    .command('explain')
    .description(
      say(
        'argue one claim: statement, method, commands, evidence, what would change it',
        '详述一条主张：陈述、方法、命令、证据、何以改判',
      ),
    )
    .argument('<claim>', say('a claim, or the id of a statement such as W2.17', '主张，或陈述编号如 W2.17'))
    .option(
      '--dossier <path>',
      say(
        'the evidence to show; goassay-report/dossier.json if it is there',
        '所用案卷；默认为 goassay-report/dossier.json（若存在）',
      ),
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (claim: string, options) =>
      done(await (await import('./explain.ts')).explainCommand(claim, options, language)),
    );

  program
    .command('claims')
    .description(
      say('every claim, what it needs and which statements it answers', '全部主张、所需证据与所答陈述'),
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (options) => done(await (await import('./claims.ts')).claimsCommand(options, language)));

  program
    .command('schema')
    .description(
      say(
        'the JSON Schema of dossier.json, report.json or what a command prints with --json',
        'dossier.json、report.json 或某命令 --json 输出的 JSON Schema',
      ),
    )
    .addArgument(program.createArgument('<document>').choices(SCHEMAS))
    .action(async (document: Document) => done(await (await import('./schema.ts')).schemaCommand(document)));

  program
    .command('completion')
    .description(say('a completion script for bash, zsh or fish', '生成 bash、zsh 或 fish 的补全脚本'))
    .addArgument(program.createArgument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') =>
      done(await (await import('./completion.ts')).completionCommand(shell, program)),
    );

  program
    .command('help')
    .description(say('help on a command, or on exit-codes', '某个命令或 exit-codes 的帮助'))
    .argument('[topic]')
    .action(async (topic?: string) =>
      done(await (await import('./help.ts')).helpCommand(topic, program, language)),
    );

  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.helpOption('-h, --help', say('print help', '输出帮助')).exitOverride();
  return program;
}
