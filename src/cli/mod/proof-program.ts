/**
 * The half of the table of `goassay mod` that proves: each command loads its own code.
 *
 * @module
 */

import type { Command } from 'commander';
import type { ModTable } from './program.ts';

/** Adds `verify` and `vendor` to `mod`. */
export function proofProgram(mod: Command, { language, say, done }: ModTable): void {
  const json = say('print one JSON document and nothing else', '只输出一个 JSON 文档');
  const go = say('ask this go command', '询问此 go 命令');

  mod
    .command('verify')
    .description(
      say(
        'hold module cache, go.sum, vendor/ and toolchains against the log',
        '将模块缓存、go.sum、vendor/ 与工具链同日志比对',
      ),
    )
    .option(
      '--online',
      say('ask the checksum database, where the Go settings point', '按 Go 设置查询校验数据库'),
    )
    .option('--goroot [directory]', say('judge a Go tree instead of modules', '判定 Go 目录树而非模块'))
    .option(
      '--compiled',
      say('only what compiles: directories against go.sum', '只看参与编译者：目录与 go.sum'),
    )
    .option('--reread', say('read everything again, whatever was read before', '不论此前结果，全部重读'))
    .option(
      '--sbom <file>',
      say('write what was proven as CycloneDX JSON', '将已证实内容写为 CycloneDX JSON'),
    )
    .option('--go <path>', go)
    .option('--json', json)
    .option('--lang <language>', say('language of people: en or zh', '语言：en 或 zh'))
    .action(async (options) => done(await (await import('./verify.ts')).verifyCommand(options, language)));

  mod
    .command('vendor')
    .description(
      say(
        'vendor/: consistency, and every file against its proven original',
        'vendor/：一致性，以及逐文件与已证实原件比对',
      ),
    )
    .option('--reread', say('read everything again, whatever was read before', '不论此前结果，全部重读'))
    .option('--go <path>', go)
    .option('--json', json)
    .option('--lang <language>', say('language of people: en or zh', '语言：en 或 zh'))
    .action(async (options) => done(await (await import('./vendor.ts')).vendorCommand(options, language)));
}
