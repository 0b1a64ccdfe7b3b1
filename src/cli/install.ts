/**
 * `goassay install`: a Go that is proven before it runs, then shown to be native.
 *
 * @module
 */

import { join } from 'node:path';
import { install, type Installed } from '../install/install.ts';
import { newestFrom, placeOf } from '../install/sources.ts';
import { releaseName } from '../install/version.ts';
import { inspect } from '../inspection/inspect.ts';
import { goEnvironment } from '../integrity/build-list.ts';
import { HostError, type Host } from '../host/host.ts';
import type { Language } from '../model/text.ts';
import { readForInspection } from '../probes/binary/read-for-inspection.ts';
import { walk } from '../probes/binary/walk.ts';
import type { Inspection } from '../model/inspection.ts';
import { withCredentials } from '../sumdb/credentials.ts';
import { databaseOf } from '../sumdb/database.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';
import { onMachine } from './mod/on-machine.ts';

export interface InstallOptions {
  readonly os?: string;
  readonly arch?: string;
  readonly dir?: string;
  /** "module", "archive", or the address of archives. */
  readonly from?: string;
  readonly go?: string;
  readonly json?: boolean;
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ia32: '386',
  arm: 'arm',
  ppc64: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
};

/** Where the go command would look when there is none to be asked; the environment comes first. */
const DEFAULTS = { GOSUMDB: 'sum.golang.org', GONOSUMDB: '' };

export function installCommand(
  version: string | undefined,
  options: InstallOptions,
  language: Language,
): Promise<ExitCode> {
  const named = version === undefined ? undefined : releaseName(version);
  if (version !== undefined && named === undefined)
    throw new UsageError(`Unknown version "${version}"; write it as 1.26.8 or go1.26.8`);
  const from = placeOf(options.from ?? 'module');
  if (!from)
    throw new UsageError(
      `Unknown source "${options.from}"; give module, archive, or the https address below which archives lie`,
    );
  return onMachine(async (host) => {
    const say = (en: string, zh: string): string => ({ en, zh })[language];
    const settings = await settingsOf(host, options.go ?? 'go');
    const system = options.os ?? host.system;
    const architecture = options.arch ?? ARCHITECTURES[host.architecture] ?? host.architecture;
    const platform = `${system}-${architecture}`;
    const asking = withCredentials(host, settings.GOAUTH);
    const release = named ?? (await newestFrom(asking, from, settings.GOPROXY, platform));
    const directory = options.dir ?? join(host.homeDirectory, 'sdk', release);
    const question = { host: asking, settings, database: databaseOf(settings.GOSUMDB), online: true };
    const isShown = process.stderr.isTTY && options.json !== true;
    const installed = await install(question, {
      release,
      platform,
      directory: absolute(directory),
      from,
      onProgress(done, total) {
        if (!isShown) return;
        const share = total === undefined ? '' : ` ${Math.floor((100 * done) / total)} %`;
        process.stderr.write(`\r${release} ${platform}: ${(done / 1e6).toFixed(1)} MB${share} `);
      },
    });
    if (isShown) process.stderr.write('\n');
    const shown = await showThatItRuns(
      host,
      installed,
      platform === `${host.system}-${ARCHITECTURES[host.architecture] ?? ''}`,
    );
    if (options.json) process.stdout.write(`${JSON.stringify({ ...installed, ...shown }, undefined, 2)}\n`);
    else process.stdout.write(told(installed, shown, say));
    return EXIT.met;
  });
}

async function settingsOf(host: Host, go: string) {
  try {
    return await goEnvironment(host, go, host.homeDirectory);
  } catch (error) {
    if (!(error instanceof HostError) || error.refusal !== 'no-such-program') throw error;
    const goproxy = host.variable('GOPROXY');
    if (goproxy === undefined || goproxy === '')
      throw new UsageError(
        'Cannot install: there is no go command whose settings say where to ask. Set GOPROXY to a module proxy, or name a go command with --go',
      );
    return {
      GOPROXY: goproxy,
      GOSUMDB: host.variable('GOSUMDB') ?? DEFAULTS.GOSUMDB,
      GONOSUMDB: host.variable('GONOSUMDB') ?? DEFAULTS.GONOSUMDB,
      GOMODCACHE: join(host.homeDirectory, 'go', 'pkg', 'mod'),
      GOPATH: join(host.homeDirectory, 'go'),
      GOAUTH: host.variable('GOAUTH'),
    };
  }
}

type Nativeness = Inspection['native'];

interface Shown {
  /** What `go version` says; absent for another platform. */
  readonly versionLine?: string;
  /** What the whitepaper's arch_check prints, built and run by it. */
  readonly archCheck?: string;
  /** What is concluded about bin/go by independent witnesses. */
  readonly nativeness: Nativeness | undefined;
}

/** Only now, when every byte is proven, is anything of it run. */
async function showThatItRuns(host: Host, { directory }: Installed, isOwn: boolean): Promise<Shown> {
  const go = join(directory, 'bin', 'go');
  let nativeness: Nativeness | undefined;
  await walk(host, go, async (found) => {
    if (found.found === 'other' || found.found === 'trouble') return;
    const read = await readForInspection(host, found);
    if (!('trouble' in read)) nativeness = inspect(read, found.name).native;
  });
  if (!isOwn) return { nativeness };
  const environment = { GOTOOLCHAIN: 'local', GOPROXY: 'off', GOROOT: undefined };
  const { stdout } = await host.run({ argv: [go, 'version'], environment });
  const place = await host.scratch('arch-check');
  await host.writeScratch(
    `${place}/main.go`,
    'package main\n\nimport "runtime"\n\nfunc main() { println(runtime.GOOS, runtime.GOARCH) }\n',
  );
  const run = await host.run({
    argv: [go, 'run', `${place}/main.go`],
    environment: { ...environment, GO111MODULE: 'off' },
    timeLimitMs: 300_000,
  });
  return {
    nativeness,
    versionLine: stdout.trim(),
    archCheck: (run.exit === 0 ? run.stderr : `exit ${run.exit}: ${run.stderr.slice(0, 200)}`).trim(),
  };
}

function told(installed: Installed, shown: Shown, say: (en: string, zh: string) => string): string {
  const { directory, hash, record, treeSize, from, files, leftOut, wasThere } = installed;
  const { nativeness } = shown;
  const lines = [
    wasThere
      ? say(
          `${directory} was there, and is the release: ${files} files`,
          `${directory} 已存在，且为该发布版：${files} 个文件`,
        )
      : say(`${directory}: ${files} files from ${from}`, `${directory}：${files} 个文件，来自 ${from}`),
    say(
      `  ${hash} as the checksum log has it: record ${record} of ${treeSize}`,
      `  ${hash}，与校验日志一致：第 ${record} 条，共 ${treeSize} 条`,
    ),
    ...(leftOut === 0
      ? []
      : [
          say(
            `  ${leftOut} files of the archive (api, doc, misc, test) are in no logged hash and were left out`,
            `  归档中的 ${leftOut} 个文件（api、doc、misc、test）不在日志哈希之内，已略去`,
          ),
        ]),
    ...(shown.versionLine === undefined ? [] : [`  ${shown.versionLine}`]),
    ...(shown.archCheck === undefined
      ? []
      : [
          say(
            `  arch_check, built and run by it: ${shown.archCheck}`,
            `  由其构建并运行的 arch_check：${shown.archCheck}`,
          ),
        ]),
    say(
      `  bin/go: ${nativeness?.verdict ?? 'unread'}: ${nativeness?.because.en ?? ''}`,
      `  bin/go：${nativeness?.verdict ?? '未读取'}：${nativeness?.because.zh ?? ''}`,
    ),
    say('Add this line to your shell’s start-up file:', '将此行加入 shell 启动文件：'),
    `  export PATH="${join(directory, 'bin')}:$PATH"`,
  ];
  return `${lines.join('\n')}\n`;
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : join(process.cwd(), path);
}
