/**
 * Compiling the c-arguments specimen to assembly text with every C compiler that may be there: the
 * one that Go would use, clang for both architectures, and the GNU cross compilers by their names.
 *
 * @module
 */

import { cArguments, type CArguments } from '../../evidence/toolchain/c-arguments.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { attempt, nothing } from './attempt.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const FILE = 'arguments.c';

const COMPILERS: readonly (readonly [program: string, ...rest: string[]])[] = [
  ['clang', '--target=aarch64-linux-gnu'],
  ['clang', '--target=x86_64-linux-gnu'],
  ['clang', '--target=arm64-apple-macos11'],
  ['aarch64-linux-gnu-gcc'],
  ['x86_64-linux-gnu-gcc'],
  ['gcc'],
];

export const cArgumentsProbe = probe({
  gathers: cArguments,
  needs: { go: wish(goUnderTest) },
  cost: { time: 'seconds' },
  async gather(host, { go }) {
    const directory = await host.scratch('c-arguments');
    await host.writeScratch(joinPath(directory, FILE), await host.specimen(`c-arguments/${FILE}`));
    const [program, ...rest] = (go?.env['CC'] ?? '').split(/\s+/).filter((word) => word !== '');
    const own = program === undefined ? [] : ([[program, ...rest]] as const);
    const listings: CArguments['listings'] = [];
    for (const compiler of [...own, ...COMPILERS.filter((one) => one.join(' ') !== own[0]?.join(' '))]) {
      const listing = await compile(host, compiler, directory);
      if (listing) listings.push(listing);
    }
    if (listings.length > 0) return known({ listings });
    return absent(
      { en: 'There is no C compiler here', zh: '本机没有 C 编译器' },
      {
        en: 'Install clang, or gcc and gcc-aarch64-linux-gnu',
        zh: '请安装 clang，或 gcc 与 gcc-aarch64-linux-gnu',
      },
    );
  },
});

/** Undefined if there is no such compiler. */
async function compile(
  host: Host,
  compiler: readonly [string, ...string[]],
  directory: string,
): Promise<CArguments['listings'][number] | undefined> {
  const told = await attempt(() => host.run({ argv: [...compiler, '-dumpmachine'], directory }), nothing);
  if (!told) return undefined;
  const argv = [...compiler, '-S', '-O1', '-o', '-', FILE] as const;
  const run = await record(argv.join(' '), () => host.run({ argv, directory }));
  const machine = told.exit === 0 ? told.stdout.trim() : '';
  return { ...(machine !== '' && { machine }), run };
}
