/**
 * `goassay mod cache`: the hit rates of a first build and of the builds after it, exactly.
 *
 * @module
 */

import { nodeHost } from '../../host/node.ts';
import type { CacheArm, CacheMeter } from '../../model/cache-meter.ts';
import type { Language } from '../../model/text.ts';
import { CACHE_RECIPE, meterCaches } from '../../probes/modules/cache-meter.ts';
import { json } from '../../reports/json-text.ts';
import { harmlessLine } from '../../reports/untrusted.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { absoluteGo } from './go.ts';
import { refusalAsUsage } from './refusal.ts';

export interface CacheOptions {
  readonly directory: string;
  readonly go: string;
  readonly online?: boolean;
  readonly json?: boolean;
}

/** Exit 1 if our count and what the go command compiled differ in an arm. */
export async function cacheCommand(
  { directory, go, online = false, json: asJson }: CacheOptions,
  language: Language,
): Promise<ExitCode> {
  const host = nodeHost();
  try {
    const meter = await refusalAsUsage(async () =>
      meterCaches(host, {
        go: await absoluteGo(host, go, directory),
        directory,
        online,
        onArm: (arm) => process.stderr.write(`goassay: ${arm} …\n`),
      }),
    );
    process.stdout.write(asJson ? json(meter) : meterText(meter, language));
    return meter.arms.every(({ agrees }) => agrees) ? EXIT.met : EXIT.refuted;
  } finally {
    host.close();
  }
}

const ARM_WORDS: Readonly<Record<CacheArm['arm'], readonly [en: string, zh: string]>> = {
  cold: ['empty cache', '空缓存'],
  warm: ['again', '再次构建'],
  touched: ['every file touched', '全部文件更新时间戳'],
  edited: ['one package edited', '改动一个包'],
  trimmed: ['first with -trimpath', '首次 -trimpath'],
  vendored: ['first with vendor/', '首次 vendor/'],
};

function meterText({ module, packages, modules, arms, recipe }: CacheMeter, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  const lines = arms.map(
    ({ arm, packages: all, hits, misses, compiled, agrees, gets, getHits, missed, durationMs }) => {
      const words = ARM_WORDS[arm][language === 'zh' ? 1 : 0];
      const some =
        misses > 0 && misses <= 10 ? `: ${missed.map((name) => harmlessLine(name)).join(', ')}` : '';
      const truth = agrees ? '' : say(` — but go compiled ${compiled}`, `——但 go 编译了 ${compiled} 个`);
      return say(
        `${arm.padEnd(9)} ${words}: ${hits} of ${all} packages found (${share(hits, all)}), ${misses} compiled${truth}${some}; ${getHits} of ${gets} raw requests, ${(durationMs / 1000).toFixed(1)} s\n`,
        `${arm.padEnd(9)} ${words}：命中 ${hits}/${all} 个包（${share(hits, all)}），编译 ${misses} 个${truth}${some}；原始请求 ${getHits}/${gets}，${(durationMs / 1000).toFixed(1)} 秒\n`,
      );
    },
  );
  return (
    say(
      `${harmlessLine(module)}: ${packages.own} packages of its own, ${packages.others} of other modules, ${packages.standard} of the standard library\nmodule cache before the first build: ${modules.found} of ${modules.needed} modules found (${share(modules.found, modules.needed)})\n`,
      `${harmlessLine(module)}：自有包 ${packages.own} 个，其他模块 ${packages.others} 个，标准库 ${packages.standard} 个\n首次构建前的模块缓存：${modules.needed} 个模块中有 ${modules.found} 个（${share(modules.found, modules.needed)}）\n`,
    ) +
    lines.join('') +
    say(
      `the whitepaper's recipe after the warm build, ${CACHE_RECIPE}: ${recipe.lines} lines, ${recipe.withCache} with "cache", ${recipe.withVendor} with "vendor"\n`,
      `白皮书的命令在热构建之后，${CACHE_RECIPE}：${recipe.lines} 行，其中 ${recipe.withCache} 行含 cache，${recipe.withVendor} 行含 vendor\n`,
    )
  );
}
