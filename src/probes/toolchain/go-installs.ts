/**
 * Every Go on this machine, each asked once who it is.
 *
 * Two rounds, because only a Go knows where its module cache is: first PATH and the managers'
 * places, then the toolchains that GOTOOLCHAIN has downloaded into the module caches. Files
 * that several paths lead to are asked once, by the first of these paths. One that hangs,
 * crashes or talks nonsense is recorded with its trouble and loses none of the others. All are
 * asked without the variable GOROOT, which would make every one of them name the same tree.
 *
 * @module
 */

import { goInstalls, type GoInstall, type GoInstalls } from '../../evidence/toolchain/go-installs.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { askGo, type GoAnswers } from './ask-go.ts';
import { attempt, nothing } from './attempt.ts';
import { headerOf, toolsOf, versionFileOf } from './go-files.ts';
import {
  expand,
  goPlaces,
  homebrewPrefixes,
  managerOf,
  toolchainPlaces,
  type Manager,
  type Place,
} from './go-places.ts';
import { describePath } from './path-oddities.ts';
import { namedGo } from './named-go.ts';
import { executableAt, isExecutable, joinPath, parentOf, searchPath } from './search-path.ts';

/** Two slow cores start four processes of 50 ms without making any of them wait for its limit. */
const AT_ONCE = 4;
const TIME_LIMIT_MS = 3000;
/** More are read, not asked: a module cache may hold dozens of toolchains, and this must stay quick. */
const ASKED_AT_MOST = 24;

export const goInstallsProbe = probe({
  gathers: goInstalls,
  cost: { time: 'instant' },
  async gather(host, _shown, { goPath }) {
    const places = goPlaces(host);
    const onPath = await goesOnPath(host);
    const named = goPath === undefined ? undefined : await namedGo(host, goPath);
    const first = await search(host, [
      ...(named === undefined ? [] : [{ manager: 'unknown' as const, pattern: named }]),
      ...places,
    ]);
    const installs = await describe(host, group([...onPath, ...first.found]), places, 0);
    const caches = installs.flatMap(({ env }) => env?.['GOMODCACHE'] ?? []);
    const downloads = toolchainPlaces(host, caches);
    const second = await search(host, downloads);
    const met = new Set(installs.map(({ realPath }) => realPath));
    const later = group(second.found).filter(({ realPath }) => !met.has(realPath));
    installs.push(...(await describe(host, later, downloads, installs.length)));
    const gorootVariable = await gorootVariableOf(host);
    return known({
      path: await describePath(host),
      ...(gorootVariable && { gorootVariable }),
      homebrewPrefixes: await Promise.all(
        homebrewPrefixes(host).map(async (prefix) => ({
          prefix,
          present: await isExecutable(host, joinPath(prefix, 'bin/brew')),
        })),
      ),
      installs,
      searched: [...first.searched, ...second.searched],
    });
  },
});

interface Found {
  readonly path: string;
  readonly realPath: string;
  /** In PATH, from 1. */
  readonly position?: number;
  readonly manager?: Manager;
}

/** One file, by every path that leads to it. */
interface Group {
  readonly realPath: string;
  readonly found: readonly Found[];
}

async function goesOnPath(host: Host): Promise<Found[]> {
  const found: Found[] = [];
  for (const [index, directory] of searchPath(host).entries()) {
    if (!directory.startsWith('/')) continue;
    const path = joinPath(directory, 'go');
    // An entry that cannot be looked into is told as an oddity of PATH.
    const realPath = await attempt(() => executableAt(host, path), nothing);
    if (realPath !== undefined) found.push({ path, realPath, position: index + 1 });
  }
  return found;
}

async function search(
  host: Host,
  places: readonly Place[],
): Promise<{ readonly found: readonly Found[]; readonly searched: GoInstalls['searched'] }> {
  const results = await Promise.all(
    places.map(async ({ manager, pattern }) => {
      const expanded = await expand(host, pattern);
      let { trouble } = expanded;
      const found: Found[] = [];
      for (const path of expanded.paths) {
        const realPath = await attempt(
          () => executableAt(host, path),
          ({ message }) => {
            trouble = message;
          },
        );
        if (realPath !== undefined) found.push({ path, realPath, manager });
      }
      return { found, searched: { manager, place: pattern, ...(trouble && { trouble }) } };
    }),
  );
  return { found: results.flatMap(({ found }) => found), searched: results.map(({ searched }) => searched) };
}

function group(found: readonly Found[]): Group[] {
  const byFile = new Map<string, Found[]>();
  for (const one of found) byFile.set(one.realPath, [...(byFile.get(one.realPath) ?? []), one]);
  return [...byFile].map(([realPath, all]) => ({ realPath, found: all }));
}

async function describe(
  host: Host,
  groups: readonly Group[],
  places: readonly Place[],
  before: number,
): Promise<GoInstall[]> {
  const installs: GoInstall[] = [];
  const queue = [...groups.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, one] = next;
      installs[index] = await describeOne(host, one, places, before + index < ASKED_AT_MOST);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return installs;
}

async function describeOne(
  host: Host,
  { realPath, found }: Group,
  places: readonly Place[],
  ask: boolean,
): Promise<GoInstall> {
  const path = found[0]?.path ?? realPath;
  const paths = [...new Set(found.map((one) => one.path))];
  const { answers, trouble } = ask ? await answersOf(host, path) : { answers: undefined, trouble: TOO_MANY };
  const header = await headerOf(host, realPath);
  const goroot = answers?.env['GOROOT'] || parentOf(parentOf(realPath));
  const versionFile = await versionFileOf(host, goroot);
  const manager = found.find((one) => one.manager)?.manager ?? managerOfAny([path, realPath], places);
  return {
    path,
    realPath,
    aliases: paths.slice(1),
    manager,
    positions: found.flatMap(({ position }) => position ?? []),
    ...(header && { header }),
    ...((answers ?? versionFile) && { goroot }),
    ...(versionFile && { versionFile }),
    ...(answers && { versionLine: answers.versionLine, env: { ...answers.env } }),
    tools: await toolsOf(host, goroot),
    ...(trouble !== undefined && { trouble }),
  };
}

const TOO_MANY = `Not asked: ${ASKED_AT_MOST} installs have been asked already`;

function answersOf(host: Host, path: string) {
  return attempt<{ answers: GoAnswers; trouble: undefined }, { answers: undefined; trouble: string }>(
    async () => ({
      answers: await askGo(host, path, { timeLimitMs: TIME_LIMIT_MS, environment: { GOROOT: undefined } }),
      trouble: undefined,
    }),
    ({ message }) => ({ answers: undefined, trouble: message }),
  );
}

function managerOfAny(paths: readonly string[], places: readonly Place[]): Manager {
  return paths.map((path) => managerOf(path, places)).find((manager) => manager !== 'unknown') ?? 'unknown';
}

async function gorootVariableOf(host: Host): Promise<GoInstalls['gorootVariable']> {
  const value = host.variable('GOROOT');
  if (value === undefined || value === '') return undefined;
  const hasGo = await isExecutable(host, joinPath(value, 'bin/go'));
  const real = await attempt(() => host.realPath(value), nothing);
  return { value, hasGo, exists: hasGo || real !== undefined };
}
