/**
 * Compiling the codegen specimen for every target and level, by the compiler alone: nothing is
 * linked and no package of the standard library is compiled, so all of it takes two seconds.
 *
 * @module
 */

import {
  codeGeneration,
  GOARM64_LEVELS,
  type CompiledListing,
} from '../../evidence/toolchain/code-generation.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { compiledFunctions } from '../../formats/compiler-listing.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { joinPath } from './search-path.ts';

const FILE = 'codegen.go';

export const codeGenerationProbe = probe({
  gathers: codeGeneration,
  needs: { go: goUnderTest },
  cost: { time: 'seconds' },
  async gather(host, { go: { path: go } }) {
    const directory = await host.scratch('code-generation');
    await host.writeScratch(joinPath(directory, FILE), await host.specimen(`codegen/${FILE}`));
    const listings: CompiledListing[] = [];
    for (const goos of ['darwin', 'linux']) {
      for (const goarm64 of [undefined, ...GOARM64_LEVELS])
        listings.push(await compile(host, { go, directory, goos, goarm64 }));
    }
    return known({ listings });
  },
});

interface Target {
  readonly go: string;
  readonly directory: string;
  readonly goos: string;
  readonly goarm64: string | undefined;
}

async function compile(host: Host, { go, directory, goos, goarm64 }: Target): Promise<CompiledListing> {
  const args = ['tool', 'compile', '-p', 'codegen', '-S', '-o', 'codegen.o', FILE];
  const environment = { GOOS: goos, GOARCH: 'arm64', GOARM64: goarm64 };
  const outcome = await runGo(host, { go, args, directory, environment });
  const set = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${value}`,
  );
  return {
    goos,
    goarch: 'arm64',
    ...(goarm64 !== undefined && { goarm64 }),
    command: [...set, 'go', ...args].join(' '),
    exit: outcome.exit,
    stderr: outcome.stderr.slice(0, 2_000),
    functions: compiledFunctions(outcome.stdout).map(({ name, words, mnemonics }) => ({
      name,
      words: [...words],
      mnemonics: [...mnemonics],
    })),
  };
}
