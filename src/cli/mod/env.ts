/**
 * `goassay mod env`: Go's settings with their origins, what is wrong with them, and which host
 * would see which module path.
 *
 * @module
 */

import { nodeHost } from '../../host/node.ts';
import type { Host } from '../../host/host.ts';
import type { Language } from '../../model/text.ts';
import { addressText, withoutPassword } from '../../modules/address.ts';
import { egressOf, type Contact, type Egress } from '../../modules/contacts.ts';
import { valueOf, type ConfigurationFacts, type Misconfiguration } from '../../modules/misconfiguration.ts';
import { misconfigurations } from '../../modules/misconfigurations.ts';
import { proxyList } from '../../modules/proxy-list.ts';
import { readConfiguration } from '../../probes/modules/go-settings.ts';
import { json } from '../../reports/json-text.ts';
import { harmlessLine } from '../../reports/untrusted.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { settingsIn } from './go.ts';
import { refusalAsUsage } from './refusal.ts';

export interface EnvOptions {
  readonly directory: string;
  readonly go: string;
  readonly module: readonly string[];
  readonly all?: boolean;
  readonly online?: boolean;
  readonly gate?: boolean;
  readonly json?: boolean;
}

/** With --gate, exit 1 if something is unverified, leaks or fails. */
export async function envCommand(options: EnvOptions, language: Language): Promise<ExitCode> {
  const host = nodeHost();
  try {
    const facts = await refusalAsUsage(() => gather(host, options));
    const problems = misconfigurations(facts);
    const egress = modulesOf(facts, options).map((path) =>
      egressOf(facts.fetch, path, credentialsFor(facts)),
    );
    const settings = facts.settings.map((setting) => ({ ...setting, value: withoutPassword(setting.value) }));
    if (options.json)
      process.stdout.write(json({ settings, unknown: facts.unknown, misconfigurations: problems, egress }));
    else {
      const shown = settings.filter(({ origin }) => options.all || origin !== 'default');
      const width = Math.max(0, ...shown.map(({ name }) => name.length));
      for (const { name, value, origin, from } of shown)
        process.stdout.write(
          `${name.padEnd(width)}  ${harmlessLine(value) || '""'}  (${originWords(origin, from, language)})\n`,
        );
      process.stdout.write(problemText(problems, language));
      process.stdout.write(egressText(egress, language));
    }
    return options.gate && problems.some(({ severity }) => severity === 'error') ? EXIT.refuted : EXIT.met;
  } finally {
    host.close();
  }
}

async function gather(host: Host, { go, directory, online }: EnvOptions): Promise<ConfigurationFacts> {
  const facts = await readConfiguration(host, { go, directory, environment: settingsIn(process.env) });
  return online ? { ...facts, missingStatus: await askForMissing(host, facts) } : facts;
}

/** One request to each proxy, for a version that no module has; of a public module, so that nothing leaks. */
async function askForMissing(host: Host, { fetch }: ConfigurationFacts): Promise<Map<string, number>> {
  const statuses = new Map<string, number>();
  for (const source of proxyList(fetch).sources) {
    if (source.kind !== 'proxy' || source.address.scheme === 'file') continue;
    const url = `${addressText(source.address)}/golang.org/x/text/@v/v0.0.0-19700101000000-000000000000.info`;
    const answer = await host.request({ url, timeLimitMs: 20_000, limitBytes: 2 ** 20 });
    statuses.set(addressText(source.address), answer.status);
  }
  return statuses;
}

/** Those that were named, or all that the module in hand is built from. */
function modulesOf({ module }: ConfigurationFacts, { module: named }: EnvOptions): readonly string[] {
  if (named.length > 0) return named;
  const list = module?.graph?.buildList ?? [];
  return list.flatMap(({ path, version, replacedBy }) => {
    if (version === '') return [];
    if (!replacedBy) return [path];
    return replacedBy.version === undefined ? [] : [replacedBy.path];
  });
}

function credentialsFor(facts: ConfigurationFacts): (host: string) => 'netrc' | 'GOAUTH' | undefined {
  const commands = (valueOf(facts, 'GOAUTH') || 'netrc').split(';').map((one) => one.trim());
  return (host) => {
    if (commands.includes('off')) return undefined;
    const isListed = facts.netrc.some(({ machine, hasPassword }) => machine === host && hasPassword);
    if (commands.includes('netrc') && isListed) return 'netrc';
    return commands.some((one) => one !== 'netrc' && one !== '') ? 'GOAUTH' : undefined;
  };
}

function originWords(origin: string, from: string | undefined, language: Language): string {
  const words: Readonly<Record<string, readonly [en: string, zh: string]>> = {
    environment: ['process environment', '进程环境'],
    'env-file': ['go env -w', 'go env -w'],
    'go.env': ['GOROOT/go.env', 'GOROOT/go.env'],
    default: ['default', '默认'],
    derived: [`from ${from}`, `源自 ${from}`],
  };
  return words[origin]?.[language === 'zh' ? 1 : 0] ?? origin;
}

function problemText(problems: readonly Misconfiguration[], language: Language): string {
  if (problems.length === 0)
    return language === 'zh'
      ? '\n未发现配置问题\n'
      : '\nNothing is misconfigured as far as it can be seen from here\n';
  const lines = problems.map(({ number, severity, text, mend }) => {
    const sign = severity === 'error' ? '✗' : '!';
    return `${sign} ${number}. ${harmlessLine(text[language])}${mend === undefined ? '' : `\n     ${harmlessLine(mend)}`}\n`;
  });
  return `\n${lines.join('')}`;
}

/** Modules with the same contacts are told together, except for the hosts that are their own. */
function egressText(egress: readonly Egress[], language: Language): string {
  const groups = new Map<string, Egress[]>();
  for (const one of egress) {
    const key = JSON.stringify([
      one.contacts.map(({ via, when, ...contact }) =>
        via === 'origin' ? [via, when] : [via, when, contact.address],
      ),
      one.verifier,
      one.fault,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => groupText(group, language)).join('');
}

function groupText(group: readonly Egress[], language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const [first] = group;
  if (!first) return '';
  const names = group.map(({ path }) => path);
  const shown = names
    .slice(0, 5)
    .map((path) => harmlessLine(path))
    .join(', ');
  const head = say(
    `\n${names.length} module${names.length === 1 ? '' : 's'}: ${shown}${names.length > 5 ? ', …' : ''}\n`,
    `\n${names.length} 个模块：${shown}${names.length > 5 ? '、…' : ''}\n`,
  );
  if (first.fault !== undefined)
    return `${head}  ${say('nothing is asked', '不会发出请求')}: ${harmlessLine(first.fault)}\n`;
  const lines = first.contacts.map((contact, index) => `  ${index + 1}. ${contactText(contact, language)}\n`);
  const { verifier } = first;
  const verified =
    'by' in verifier
      ? say(`vouched for by ${verifier.by}`, `由 ${verifier.by} 背书`)
      : 'nothing' in verifier
        ? say(`vouched for by nobody (${verifier.nothing})`, `无人背书（${verifier.nothing}）`)
        : say(`fails: ${verifier.refused}`, `失败：${verifier.refused}`);
  return `${head}${lines.join('')}  ${harmlessLine(verified)}\n`;
}

function contactText({ via, address, when, credentials }: Contact, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const who = {
    proxy: say('proxy', '代理'),
    origin: say('origin', '源站'),
    database: say('checksum database', '校验数据库'),
    'database-by-proxy': say('checksum database by proxy', '经代理的校验数据库'),
  }[via];
  const condition = {
    always: say('always', '总会'),
    'after-404-or-410': say('after 404 or 410', '遇 404 或 410 之后'),
    'after-any-error': say('after any error', '遇任何错误之后'),
  }[when];
  const place = via === 'origin' ? say('the host in the path', '路径中的主机') : harmlessLine(address);
  const sent =
    credentials === undefined
      ? ''
      : say(`, with credentials from ${credentials}`, `，附 ${credentials} 的凭据`);
  return `${who} ${place}: ${condition}${sent}`;
}
