/**
 * Go's settings as they are in a directory, and everything that the checks of misconfiguration
 * need to know about the machine and the module there.
 *
 * The go command is asked with GOTOOLCHAIN=local, so that the question does not download another
 * Go; what GOTOOLCHAIN would be is read from where it is set.
 *
 * @module
 */

import * as z from 'zod';
import { FormatError } from '../../bytes/error.ts';
import { hashesOf, parseGoSum } from '../../formats/gosum.ts';
import { parseModulesTxt } from '../../formats/modules-txt.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import { parseAddress } from '../../modules/address.ts';
import type { ConfigurationFacts, ModuleFacts, NetrcEntry } from '../../modules/misconfiguration.ts';
import type { FetchSettings } from '../../modules/proxy-list.ts';
import { parseEnvFile, settingsOf, unknownNames, type Setting } from '../../modules/setting.ts';
import { readMainFiles } from './main-files.ts';
import { readModuleGraph } from './module-graph.ts';

export interface SettingsQuestion {
  readonly go: string;
  readonly directory: string;
  /** Of the process, as far as it concerns Go: the host tells single variables only. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Checksum-database name and key that Go has built in show as its default when nothing is set. */
const UNSET = { GOENV: 'off', GOSUMDB: undefined, GOPROXY: undefined, GOTOOLCHAIN: 'local' };

export async function readConfiguration(host: Host, question: SettingsQuestion): Promise<ConfigurationFacts> {
  const { go, directory, environment } = question;
  const effective = await goEnv(host, go, directory, { GOTOOLCHAIN: 'local' });
  const [envFile, goEnvText, version] = await Promise.all([
    textOr(host, effective['GOENV'] ?? ''),
    textOr(host, `${effective['GOROOT'] ?? ''}/go.env`),
    textOr(host, `${environment['GOROOT'] ?? effective['GOROOT'] ?? ''}/VERSION`),
  ]);
  const shipped = parseEnvFile(goEnvText);
  const toolchain =
    environment['GOTOOLCHAIN'] ||
    parseEnvFile(envFile).get('GOTOOLCHAIN') ||
    shipped.get('GOTOOLCHAIN') ||
    'auto';
  const settings = settingsOf({
    effective: { ...effective, GOTOOLCHAIN: toolchain },
    environment,
    envFile,
    goEnv: goEnvText,
  });
  const defaults = await goEnv(host, go, directory, UNSET);
  const names = [...new Set([...Object.keys(environment), ...parseEnvFile(envFile).keys()])].toSorted();
  const path = (effective['GOPATH'] ?? '').split(':')[0] ?? '';
  return {
    settings,
    fetch: fetchSettings(settings, defaults['GOSUMDB'] ?? ''),
    unknown: unknownNames(names, [
      ...Object.keys(effective),
      ...(await documentedNames(host, go, directory)),
    ]),
    environment,
    defaultProxyHost: hostOf(defaults['GOPROXY'] ?? ''),
    netrc: parseNetrc(await textOr(host, environment['NETRC'] ?? `${host.homeDirectory}/.netrc`)),
    goVersion: (effective['GOVERSION'] ?? '').replace(/^go/, '').replace(/ .*$/, ''),
    goroot: effective['GOROOT'] ?? '',
    gorootVersion: version.split('\n')[0]?.trim() || undefined,
    goArchitecture: effective['GOHOSTARCH'] ?? '',
    machineArchitecture: await machineArchitecture(host),
    sumdbWritable: await answersYes(host, ['test', '-e', `${path}/pkg/sumdb`]).then((is) =>
      is ? answersYes(host, ['test', '-w', `${path}/pkg/sumdb`]) : undefined,
    ),
    cacheSharedWritable: await isSharedWritable(host, effective['GOMODCACHE'] ?? ''),
    module: await moduleFacts(host, go, directory),
    missingStatus: new Map(),
  };
}

function fetchSettings(settings: readonly Setting[], defaultSumdb: string): FetchSettings {
  const value = (name: string): string => settings.find((setting) => setting.name === name)?.value ?? '';
  const [goproxy, gonoproxy, gonosumdb, gosumdb] = ['GOPROXY', 'GONOPROXY', 'GONOSUMDB', 'GOSUMDB'].map(
    value,
  );
  return {
    goproxy: goproxy ?? '',
    gonoproxy: gonoproxy ?? '',
    gonosumdb: gonosumdb ?? '',
    gosumdb: gosumdb ?? '',
    defaultSumdb,
  };
}

async function goEnv(
  host: Host,
  go: string,
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const { exit, stdout, stderr } = await host.run({ argv: [go, 'env', '-json'], directory, environment });
  if (exit !== 0) throw new HostError('failed', `Cannot run go env in ${directory}: ${stderr.trim()}`);
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}

/** Names that `go help environment` lists, indented by one tab. */
async function documentedNames(host: Host, go: string, directory: string): Promise<string[]> {
  const { stdout } = await host.run({
    argv: [go, 'help', 'environment'],
    directory,
    environment: { GOTOOLCHAIN: 'local' },
  });
  return stdout
    .split('\n')
    .filter((line) => /^\t[A-Z][A-Z0-9_]+(?:, [A-Z0-9_]+)*(?:,? and [A-Z0-9_]+)?$/.test(line))
    .flatMap((line) => line.match(/[A-Z][A-Z0-9_]+/g) ?? []);
}

function hostOf(goproxy: string): string {
  const address = parseAddress(goproxy.split(/[,|]/)[0]?.trim() ?? '');
  return typeof address === 'string' ? '' : address.host;
}

/** Machine names and whether each has a password; the password itself is not kept. */
function parseNetrc(text: string): NetrcEntry[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const entries: { machine: string; hasPassword: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    if (word === 'machine') entries.push({ machine: words[index + 1] ?? '', hasPassword: false });
    const last = entries.at(-1);
    if (word === 'password' && last) last.hasPassword = true;
  }
  return entries;
}

const ARCHITECTURES: Readonly<Record<string, string>> = { aarch64: 'arm64', arm64: 'arm64', x86_64: 'amd64' };

async function machineArchitecture(host: Host): Promise<string | undefined> {
  const { exit, stdout } = await host.run({ argv: ['uname', '-m'] }).catch(refusal);
  if (exit !== 0) return undefined;
  // A translated process on a Mac is told x86_64; whether the machine can do arm64 says the kernel.
  const optional =
    host.system === 'darwin'
      ? await host.run({ argv: ['sysctl', '-n', 'hw.optional.arm64'] }).catch(refusal)
      : undefined;
  return optional?.stdout.trim() === '1' ? 'arm64' : ARCHITECTURES[stdout.trim()];
}

async function answersYes(host: Host, argv: readonly [string, ...string[]]): Promise<boolean> {
  const { exit } = await host.run({ argv }).catch(refusal);
  return exit === 0;
}

async function isSharedWritable(host: Host, path: string): Promise<boolean | undefined> {
  const { exit, stdout } = await host
    .run({ argv: ['find', path, '-maxdepth', '0', '-perm', '-0002'] })
    .catch(refusal);
  return exit === 0 ? stdout.trim() !== '' : undefined;
}

function refusal(error: unknown) {
  if (error instanceof HostError) return { exit: undefined, stdout: '', stderr: '' };
  throw error;
}

async function textOr(host: Host, path: string): Promise<string> {
  if (path === '' || path === 'off') return '';
  try {
    return (await readText(host, path)) ?? '';
  } catch (error) {
    if (error instanceof HostError) return '';
    throw error;
  }
}

/** Undefined where there is no module, or its files are damaged: `mod graph` says how. */
async function moduleFacts(host: Host, go: string, directory: string): Promise<ModuleFacts | undefined> {
  try {
    const files = await readMainFiles(host, go, directory);
    const [main] = files.mains;
    if (!main) return undefined;
    const root = files.workspace?.directory ?? main.directory;
    const vendor = await readText(host, `${root}/vendor/modules.txt`);
    const sums = parseGoSum(await textOr(host, `${main.directory}/go.sum`));
    const double = sums.filter((line) => hashesOf(sums, line).length > 1);
    return {
      file: main.file,
      inWorkspace: files.workspace !== undefined,
      vendor: vendor === undefined ? undefined : parseModulesTxt(vendor),
      graph: await readModuleGraph(host, files),
      doubleSums: [
        ...new Set(
          double.map(({ path, version, ofGoMod }) => `${path} ${version}${ofGoMod ? '/go.mod' : ''}`),
        ),
      ],
    };
  } catch (error) {
    if (error instanceof HostError || error instanceof FormatError) return undefined;
    throw error;
  }
}
