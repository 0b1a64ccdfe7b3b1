/**
 * The whitepaper's arch_check.go: as printed, by the printed command; then the corrected one,
 * run here, and built for linux/arm64 and run by a translator if there is one. A translator is
 * started by name, so that there is no doubt who executes the program.
 *
 * @module
 */

import {
  foreignExecution,
  runnerFor,
  type ForeignExecution,
} from '../../evidence/machine/foreign-execution.ts';
import { system, type System } from '../../evidence/machine/system.ts';
import { archCheck, type ArchCheck } from '../../evidence/toolchain/arch-check.ts';
import { architectureOf, translation, type Translation } from '../../evidence/machine/translation.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { runGo, runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { ARCH_CHECK_COMMAND, ARCH_CHECK_LISTING, CORRECTED_LISTING } from './arch-check-listing.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

export const archCheckProbe = probe({
  gathers: archCheck,
  needs: { go: goUnderTest, machine: system, foreign: wish(foreignExecution), heard: wish(translation) },
  cost: { time: 'seconds', turn: ['build here', 'build linux/arm64'], writes: ['the Go build cache'] },
  async gather(host, { go: { path: go }, machine, foreign, heard }) {
    const printedIn = await host.scratch('arch-check-printed');
    await host.writeScratch(joinPath(printedIn, 'arch_check.go'), ARCH_CHECK_LISTING);
    const printed = await record(ARCH_CHECK_COMMAND, () =>
      runPrinted(host, { go, script: ARCH_CHECK_COMMAND, directory: printedIn }),
    );
    const directory = await host.scratch('arch-check-corrected');
    await host.writeScratch(joinPath(directory, 'arch_check.go'), CORRECTED_LISTING);
    const corrected = await record(ARCH_CHECK_COMMAND, () =>
      runGo(host, { go, args: ['run', 'arch_check.go'], directory }),
    );
    const translated =
      foreign && (await runTranslated(host, go, directory, translatorOf(foreign, machine, heard)));
    return known({
      listing: ARCH_CHECK_LISTING,
      printed,
      correctedListing: CORRECTED_LISTING,
      corrected,
      ...(translated && { translated }),
    });
  },
});

interface Translator {
  readonly name: string;
  /** What goes before the program; nothing where the kernel starts the translator. */
  readonly argv: readonly string[];
}

/** One that can be started by name is taken before one that the kernel starts, also on arm64 itself. */
function translatorOf(
  foreign: ForeignExecution,
  machine: System,
  heard: Translation | undefined,
): Translator | undefined {
  const named = foreign.translators.find(({ architecture }) => architecture === 'arm64');
  if (machine.system === 'linux' && named) return { name: named.path, argv: [named.path] };
  const seen = { system: machine.system, architecture: architectureOf(heard, machine.processArchitecture) };
  const runner = runnerFor(foreign, seen, 'linux', 'arm64');
  return runner === undefined || runner.means === 'native'
    ? undefined
    : { name: runner.means, argv: runner.argv };
}

async function runTranslated(
  host: Host,
  go: string,
  directory: string,
  translator: Translator | undefined,
): Promise<ArchCheck['translated']> {
  if (!translator) return undefined;
  const program = joinPath(directory, 'arch_check-linux-arm64');
  const build = await record('GOOS=linux GOARCH=arm64 go build arch_check.go', () =>
    runGo(host, {
      go,
      args: ['build', '-o', program, 'arch_check.go'],
      directory,
      environment: { GOOS: 'linux', GOARCH: 'arm64', CGO_ENABLED: '0' },
    }),
  );
  if (build.exit !== 0) return { translator: translator.name, build };
  const words: readonly [string, ...string[]] = [
    translator.argv[0] ?? program,
    ...[...translator.argv, program].slice(1),
  ];
  const shown = [...translator.argv.map((path) => path.slice(path.lastIndexOf('/') + 1)), './arch_check'];
  const run = await record(shown.join(' '), () => host.run({ argv: words, directory }));
  return { translator: translator.name, build, run };
}
