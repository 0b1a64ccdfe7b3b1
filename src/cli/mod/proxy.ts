/**
 * `goassay mod proxy URL`: whether a module proxy keeps to the protocol, and what the Go command
 * makes of it where it does not.
 *
 * @module
 */

import { nodeHost } from '../../host/node.ts';
import type { Host } from '../../host/host.ts';
import type { ProxyCheck, ProxyConformance } from '../../model/proxy-conformance.ts';
import type { Language } from '../../model/text.ts';
import { parseAddress, withoutPassword } from '../../modules/address.ts';
import { databaseOf } from '../../modules/sumdb-route.ts';
import { proxyConformance } from '../../probes/modules/proxy/conformance.ts';
import { readConfiguration } from '../../probes/modules/go-settings.ts';
import { json } from '../../reports/json-text.ts';
import { harmlessLine } from '../../reports/untrusted.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import { absoluteGo, settingsIn } from './go.ts';
import { refusalAsUsage } from './refusal.ts';

export interface ProxyOptions {
  readonly go: string;
  readonly module: readonly string[];
  readonly timeout: number;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** Small, old and everywhere: one with capitals, one that is not on a code host, one of a later major version. */
const DEFAULT_MODULES = [
  'golang.org/x/text@v0.3.0',
  'github.com/BurntSushi/toml@v0.3.1',
  'rsc.io/quote/v3@v3.1.0',
];

/** Exit 1 if a check is broken, 3 if none is but some could not be made. */
export async function proxyCommand(
  url: string,
  options: ProxyOptions,
  language: Language,
): Promise<ExitCode> {
  const address = parseAddress(url);
  if (typeof address === 'string' || address.scheme === 'file') {
    throw new UsageError(
      `Cannot check ${withoutPassword(url)}: ${typeof address === 'string' ? `it ${address}` : 'it is a directory'}; give the https or http address of a proxy`,
    );
  }
  const modules = (options.module.length > 0 ? options.module : DEFAULT_MODULES).map(moduleOf);
  const host = nodeHost();
  try {
    const result = await refusalAsUsage(() => gather(host, url.replace(/\/+$/, ''), modules, options));
    process.stdout.write(
      options.json ? json(result) : resultText(result, options.verbose ?? false, language),
    );
    const has = (outcome: ProxyCheck['outcome']): boolean =>
      result.checks.some((check) => check.outcome === outcome);
    return has('broken') ? EXIT.refuted : has('unknown') ? EXIT.undecided : EXIT.met;
  } finally {
    host.close();
  }
}

async function gather(
  host: Host,
  url: string,
  modules: readonly { path: string; version: string }[],
  { go, timeout }: ProxyOptions,
) {
  const command = await absoluteGo(host, go, '.');
  const { fetch } = await readConfiguration(host, {
    go: command,
    directory: '.',
    environment: settingsIn(process.env),
  });
  const database = fetch.gosumdb === 'off' ? undefined : databaseOf(fetch);
  const sumdb = database?.use === 'proxies' || database?.use === 'address' ? database.name : undefined;
  return proxyConformance(host, { url, modules, sumdb, go: command, timeLimitMs: timeout * 1000 });
}

function moduleOf(name: string): { path: string; version: string } {
  const [, path = '', version = ''] = /^([^@]+)@(v.+)$/.exec(name) ?? [];
  if (path === '')
    throw new UsageError(`Cannot ask for "${name}": it is no module version; give PATH@VERSION`);
  return { path, version };
}

const SIGNS = { met: '✓', broken: '✗', odd: '!', unknown: '?' } as const;

function resultText(
  { proxy, checks, requests, durationMs }: ProxyConformance,
  isVerbose: boolean,
  language: Language,
): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const count = (outcome: ProxyCheck['outcome']): number =>
    checks.filter((check) => check.outcome === outcome).length;
  const shown = checks.filter(({ outcome }) => isVerbose || outcome !== 'met');
  const lines = shown.map(({ id, expects, outcome, request, came, goMakes }) => {
    const go = goMakes ? `\n    Go: ${harmlessLine(goMakes[language])}` : '';
    return `${SIGNS[outcome]} ${harmlessLine(id)}\n    ${say('expected', '预期')}: ${expects[language]}\n    ${harmlessLine(request)}\n    ${say('came', '实得')}: ${harmlessLine(came)}${go}\n`;
  });
  const total = say(
    `${harmlessLine(proxy)}: ${checks.length} checks with ${requests} requests in ${(durationMs / 1000).toFixed(1)} s: ${count('met')} met, ${count('broken')} broken, ${count('odd')} odd, ${count('unknown')} unknown`,
    `${harmlessLine(proxy)}：${checks.length} 项检查，${requests} 个请求，用时 ${(durationMs / 1000).toFixed(1)} 秒：符合 ${count('met')}，违反 ${count('broken')}，存疑 ${count('odd')}，未知 ${count('unknown')}`,
  );
  return `${lines.join('')}${total}\n`;
}
