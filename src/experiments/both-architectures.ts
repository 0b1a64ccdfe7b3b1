/**
 * One specimen built for the machine and for an architecture that must be translated here, and how
 * either is started. What decides is the hardware: an amd64 goassay under Rosetta is no native arm.
 *
 * @module
 */

import { runnerFor, type ForeignExecution } from '../evidence/machine/foreign-execution.ts';
import type { System } from '../evidence/machine/system.ts';
import { architectureOf, type Translation } from '../evidence/machine/translation.ts';
import type { TranslatedRuns } from '../evidence/runtime/translated-runs.ts';
import type { GoUnderTest } from '../evidence/toolchain/go-under-test.ts';
import { HostError, type Host } from '../host/host.ts';
import { absent, type Missing } from '../model/fact.ts';
import { runGo } from '../probes/go-command.ts';

export interface Place {
  readonly go: GoUnderTest;
  readonly machine: System;
  readonly foreign: ForeignExecution;
  readonly heard: Translation | undefined;
}

export interface Both {
  readonly native: readonly string[];
  readonly translated: readonly string[];
  /** What the dossier keeps beside the runs. */
  readonly pair: Omit<TranslatedRuns, 'observations'>;
}

/** Empty is as good as unset for all of them, and a user's settings would be part of what is measured. */
export const CLEAN: Readonly<Record<string, string>> = {
  GODEBUG: '',
  GOFLAGS: '',
  GOGC: '',
  GOMAXPROCS: '',
  GOMEMLIMIT: '',
  GOTRACEBACK: '',
};

/** Builds `specimen` twice; missing where nothing here translates. Throws HostError if a build fails. */
export async function bothArchitectures(host: Host, place: Place, specimen: string): Promise<Both | Missing> {
  const found = translatorOf(place);
  if ('state' in found) return found;
  const { native, translated, argv, means, translator } = found;
  return {
    native: [await built(host, place, specimen, native)],
    translated: [...argv, await built(host, place, specimen, translated)],
    pair: { native, translated, means, ...(translator !== undefined && { translator }) },
  };
}

export interface Translator {
  readonly native: string;
  readonly translated: string;
  /** What goes before a translated program. */
  readonly argv: readonly string[];
  readonly means: string;
  readonly translator?: string | undefined;
}

/** How programs of the other architecture run here. */
export function translatorOf({ machine, foreign, heard }: Place): Translator | Missing {
  const native = architectureOf(heard, machine.processArchitecture);
  const translated = native === 'arm64' ? 'amd64' : 'arm64';
  const own = { system: machine.system, architecture: native };
  const runner = runnerFor(foreign, own, machine.system, translated);
  if (!runner || runner.means === 'native') {
    return absent(
      {
        en: `Nothing here translates programs for ${translated}`,
        zh: `本机没有可转译 ${translated} 程序的途径`,
      },
      machine.system === 'darwin'
        ? { en: 'softwareupdate --install-rosetta', zh: 'softwareupdate --install-rosetta' }
        : { en: 'Install qemu-user-static', zh: '安装 qemu-user-static' },
    );
  }
  const translator = foreign.translators.find(({ path }) => path === runner.argv[0])?.version;
  return { native, translated, argv: runner.argv, means: runner.means, translator };
}

/** Of the specimen scheduler, beside main.go. */
export const SCHEDULER_FILES = ['affinity_linux.go', 'affinity_other.go'];

/** For the machine alone; `files` go beside main.go. */
export async function nativeSpecimen(
  host: Host,
  place: Place,
  specimen: string,
  files: readonly string[] = [],
): Promise<{ readonly goarch: string; readonly path: string }> {
  const goarch = architectureOf(place.heard, place.machine.processArchitecture);
  return { goarch, path: await built(host, place, specimen, goarch, files) };
}

async function built(
  host: Host,
  { go, machine }: Place,
  specimen: string,
  goarch: string,
  files: readonly string[] = [],
): Promise<string> {
  const directory = await host.scratch(`laboratory/${specimen}-${goarch}`);
  for (const name of ['main.go', ...files])
    await host.writeScratch(`${directory}/${name}`, await host.specimen(`${specimen}/${name}`));
  await host.writeScratch(`${directory}/go.mod`, `module goassay/specimens/${specimen}\n\ngo 1.21\n`);
  const path = `${directory}/${specimen}`;
  const { exit, stderr } = await runGo(host, {
    go: go.path,
    args: ['build', '-trimpath', '-ldflags=-s -w', '-o', path, '.'],
    directory,
    environment: { GOOS: machine.system, GOARCH: goarch, CGO_ENABLED: '0', GOWORK: 'off' },
  });
  if (exit !== 0)
    throw new HostError('failed', `Cannot build ${specimen} for ${goarch}: ${stderr.slice(0, 300)}`);
  return path;
}
