/**
 * Fetching one toolchain per minor version and compiling with each. The Go under test fetches them
 * (GOTOOLCHAIN), by the user's own GOPROXY and GOSUMDB and into their module cache; what is not
 * offered there is written down as that.
 *
 * Three traps: a go.env of today stops a go command of 2021 (GOENV=off), Go 1.19 does not build from
 * within the module cache (GODEBUG=goindex=0), and first releases are named "go1.20" up to 1.20 and
 * "go1.21.0" from then on.
 *
 * @module
 */

import {
  codeGenerationHistory,
  type CodeGenerationHistory,
} from '../../evidence/toolchain/code-generation-history.ts';
import { GO_RELEASES, newestRelease } from '../../evidence/toolchain/go-releases.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { compiledFunctions } from '../../formats/compiler-listing.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import type { Host } from '../../host/host.ts';
import { blocked, known } from '../../model/fact.ts';
import { functionWords } from '../binary/function-words.ts';
import { placesIn } from '../binary/instruction-places.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { complaintOf, FETCHES_SINCE, fetchedMinor } from './fetched-release.ts';
import { joinPath } from './search-path.ts';

/** The first with macOS on arm64, where the paper begins. */
const FIRST_MINOR = 16;

type Release = CodeGenerationHistory['releases'][number];

export const codeGenerationHistoryProbe = probe({
  gathers: codeGenerationHistory,
  needs: { go: goUnderTest },
  cost: {
    time: 'minutes',
    profile: 'full',
    network: ['GOPROXY'],
    turn: 'build linux/arm64',
    writes: ['the Go module cache, up to 300 MB per release'],
  },
  async gather(host, { go }) {
    const own = parseGoRelease(go.version);
    if (!own || own.minor < FETCHES_SINCE)
      return blocked(
        {
          en: `${go.version} cannot fetch other toolchains`,
          zh: `${go.version} 无法获取其他工具链`,
        },
        { en: 'Judge with Go 1.21 or later', zh: '请使用 Go 1.21 或更高版本' },
      );
    const newest = newestRelease(GO_RELEASES)?.minor ?? own.minor;
    const releases: Release[] = [];
    for (let minor = FIRST_MINOR; minor <= Math.max(newest, own.minor); minor += 1) {
      const found =
        minor === own.minor ? { version: go.version, path: go.path } : await fetchedMinor(host, go, minor);
      releases.push(
        'path' in found
          ? { minor, version: found.version, ...(await compiledBy(host, found.path, minor)) }
          : { minor, ...found, functions: [] },
      );
    }
    return known({ releases });
  },
});

async function compiledBy(
  host: Host,
  go: string,
  minor: number,
): Promise<Omit<Release, 'minor' | 'version'>> {
  const directory = await host.scratch(`history/${minor}`);
  const cache = await host.scratch(`history/cache-${minor}`);
  await host.writeScratch(joinPath(directory, 'codegen.go'), await host.specimen('codegen/codegen.go'));
  await host.writeScratch(joinPath(directory, 'main.go'), await host.specimen('library-calls/main.go'));
  const run = (...args: string[]) =>
    runGo(host, {
      go,
      args,
      directory,
      environment: {
        GOENV: 'off',
        GOFLAGS: undefined,
        GOROOT: undefined,
        GODEBUG: 'goindex=0',
        GOCACHE: cache,
        CGO_ENABLED: '0',
        GOOS: 'linux',
        GOARCH: 'arm64',
      },
    });
  const listing = await run('tool', 'compile', '-p', 'codegen', '-S', '-o', 'codegen.o', 'codegen.go');
  const built = await run('build', '-o', 'program', 'main.go');
  const functions = await functionWords(host, joinPath(directory, 'program'));
  const places = functions && placesIn(functions);
  const trouble = listing.exit === 0 && places ? '' : complaintOf(listing.exit === 0 ? built : listing);
  return {
    ...(trouble !== '' && { trouble }),
    functions: compiledFunctions(listing.stdout).map(({ name, words }) => ({ name, words: [...words] })),
    ...(places && {
      program: {
        instructions: places.instructions,
        groups: places.groups
          .filter(({ feature }) => /^(?:aes|sve|sme)/.test(feature))
          .map(({ feature, mnemonic, words, functions: names }) => ({
            feature,
            mnemonic,
            words,
            functions: names,
          })),
      },
    }),
  };
}
