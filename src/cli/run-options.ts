/**
 * What `goassay run` takes, and the gate that doctor and judge take too.
 *
 * @module
 */

import { Option, type Command } from 'commander';
import { collect, count, list } from './option-values.ts';

type Say = (en: string, zh: string) => string;

export function runOptions(command: Command, say: Say): Command {
  return gateOptions(command, say)
    .description(say('the whitepaper for this machine (the default)', '本机的白皮书（默认命令）'))
    .option(
      '--plan',
      say(
        'show what would run, its cost, network use and writes; run nothing',
        '只列出将要执行的内容、代价、网络与写入',
      ),
    )
    .option(
      '--only <names>',
      say(
        'chapters, sections, claims or statement ids, comma-separated',
        '章、节、主张或陈述编号，以逗号分隔',
      ),
      list,
      [],
    )
    .addOption(
      new Option('--profile <profile>', say('quick (under a minute) or full', 'quick（一分钟以内）或 full'))
        .choices(['quick', 'full'])
        .default('quick'),
    )
    .option('--online', say('allow the network', '允许访问网络'))
    .option(
      '--go <path>',
      say('judge this Go instead of the first on PATH', '判定此 Go，而非 PATH 中的第一个'),
    )
    .option(
      '--beside <dossier>',
      say('compare with the timings in a dossier of another machine', '与另一台机器案卷中的计时比较'),
    )
    .option(
      '--out <directory>',
      say(
        'where report.html, report.json and dossier.json go',
        'report.html、report.json、dossier.json 的输出目录',
      ),
      'goassay-report',
    )
    .option(
      '-o, --output <format[=path]>',
      say(
        'write html, json, markdown or terminal as well; "-" is standard output',
        '另行写出 html、json、markdown 或 terminal；“-”为标准输出',
      ),
      collect,
      [],
    )
    .option('--json', say('print one JSON document and nothing else', '只输出一个 JSON 文档'))
    .option('--record <tape>', say('record the run for a bug report', '录制本次运行，用于缺陷报告'))
    .option(
      '--replay <tape>',
      say('take all answers from a tape instead of this machine', '从录制文件而非本机取得全部应答'),
    )
    .option('-q, --quiet', say('no progress', '不显示进度'));
}

export function gateOptions(command: Command, say: Say): Command {
  return command
    .option(
      '--gate <names>',
      say('exit 1 if one of these claims or chapters is refuted', '所列主张或章节中有被证伪者则退出码为 1'),
      list,
      [],
    )
    .option(
      '--max-inconclusive <n>',
      say('how many gated claims may be inconclusive', '受门控主张中允许证据不足的数目'),
      count,
      0,
    );
}
