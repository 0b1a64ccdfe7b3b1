/**
 * The table of `goassay mod`: one line or two for each of its commands, whose code is in files of
 * their own.
 *
 * @module
 */

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Language } from '../../model/text.ts';
import type { ExitCode } from '../exit-codes.ts';

export interface ModTable {
  readonly language: Language;
  readonly say: (en: string, zh: string) => string;
  readonly done: (exit: ExitCode) => void;
}

/** Adds the commands to `mod`. */
export function modProgram(mod: Command, { language, say, done }: ModTable): void {
  const lang = () =>
    new Option('--lang <language>', say('language of people: en or zh', '语言：en 或 zh')).choices([
      'en',
      'zh',
    ]);
  const json = say('print one JSON document and nothing else', '只输出一个 JSON 文档');
  const here = say('look at the module in this directory', '查看此目录中的模块');
  const go = say('ask this Go instead of the first on PATH', '使用此 Go，而非 PATH 中的第一个');

  mod.description(
    say(
      'modules: what a build takes, from where, and how it is configured',
      '模块：构建取用什么、从何处取、如何配置',
    ),
  );

  mod
    .command('graph')
    .description(
      say('which version of every module a build takes, and why', '构建选用每个模块的哪个版本，以及缘由'),
    )
    .option('-C, --directory <path>', here, '.')
    .option('--go <path>', go, 'go')
    .option(
      '--why <module>',
      say('the chains of requirements that bring a module in', '引入某模块的需求链'),
      collect,
      [],
    )
    .option(
      '--path <from,to>',
      say('the shortest chain from one module to another', '从一个模块到另一个模块的最短需求链'),
      collect,
      [],
    )
    .option(
      '--cut <module>',
      say('the fewest modules without which it would be gone', '最少去掉哪些模块，它便不再出现'),
      collect,
      [],
    )
    .option(
      '--online',
      say(
        'let the go command fetch go.mod files that the cache lacks',
        '允许 go 命令获取缓存中缺少的 go.mod',
      ),
    )
    .option(
      '--vendor',
      say('mark modules whose copy below vendor/ is not what it should be', '标出 vendor/ 副本有误的模块'),
    )
    .option(
      '-o, --output <format[=path]>',
      say(
        'list, edges, json, dot, svg or html, to standard output or a file',
        'list、edges、json、dot、svg 或 html，写到标准输出或文件',
      ),
      collect,
      [],
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (options) => done(await (await import('./graph.ts')).graphCommand(options, language)));

  mod
    .command('env')
    .description(
      say(
        'settings with their origins, what is wrong with them, and who sees which module path',
        '各项设置及其来源、问题所在，以及哪些主机会看到哪些模块路径',
      ),
    )
    .option('-C, --directory <path>', here, '.')
    .option('--go <path>', go, 'go')
    .option(
      '--module <path>',
      say(
        'say who would see this path, instead of those of the module in hand',
        '说明谁会看到此路径，而非当前模块的依赖',
      ),
      collect,
      [],
    )
    .option('--all', say('show defaults too', '同时显示默认值'))
    .option(
      '--online',
      say('ask each proxy for a version that does not exist', '向每个代理询问一个不存在的版本'),
    )
    .option(
      '--gate',
      say('exit 1 if something is unverified, leaks or fails', '若有未校验、泄漏或失败之处则退出码为 1'),
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (options) => done(await (await import('./env.ts')).envCommand(options, language)));

  mod
    .command('rig')
    .description(
      say(
        'run your configuration and Go against servers that exist on loopback only',
        '让你的配置与 Go 面对只存在于本机回环的服务器实际运行',
      ),
    )
    .argument(
      '[modules...]',
      say(
        'PATH or PATH@VERSION; the first five of the module in hand by default',
        'PATH 或 PATH@VERSION；默认取当前模块的前五个依赖',
      ),
    )
    .option('-C, --directory <path>', here, '.')
    .option('--go <path>', go, 'go')
    .option(
      '--answer <host=status>',
      say(
        'what a server answers: HOST=STATUS or HOST/KIND=STATUS',
        '某服务器的应答：HOST=STATUS 或 HOST/KIND=STATUS',
      ),
      collect,
      [],
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (modules: string[], options) =>
      done(await (await import('./rig.ts')).rigCommand(modules, options, language)),
    );

  mod
    .command('proxy')
    .description(
      say(
        'whether a module proxy keeps to the protocol; asks it over the network',
        '某模块代理是否遵守协议；会经网络询问它',
      ),
    )
    .argument('<url>', say('its address, as in GOPROXY', '其地址，如 GOPROXY 中所写'))
    .option('--go <path>', go, 'go')
    .option(
      '--module <path@version>',
      say(
        'a version that it ought to have; three well-known ones by default',
        '它应有的版本；默认取三个知名模块',
      ),
      collect,
      [],
    )
    .option('--timeout <seconds>', say('for each request', '每个请求的时限'), seconds, 20)
    .option('-v, --verbose', say('tell of the checks that are met too', '同时列出通过的检查'))
    .option('--json', json)
    .addOption(lang())
    .action(async (url: string, options) =>
      done(await (await import('./proxy.ts')).proxyCommand(url, options, language)),
    );

  mod
    .command('cache')
    .description(
      say(
        'hit rates of the build and module caches, measured on a copy of the module',
        '在模块副本上测得的构建缓存与模块缓存命中率',
      ),
    )
    .option('-C, --directory <path>', here, '.')
    .option('--go <path>', go, 'go')
    .option(
      '--online',
      say('let the go command fetch modules that the cache lacks', '允许 go 命令获取缓存中缺少的模块'),
    )
    .option('--json', json)
    .addOption(lang())
    .action(async (options) => done(await (await import('./cache.ts')).cacheCommand(options, language)));
}

function seconds(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 600) return number;
  throw new InvalidArgumentError('It is no time; give seconds, such as 20.');
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
