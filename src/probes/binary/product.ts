/**
 * Building the programs that the paper talks about with the Go under test: as printed where the
 * paper prints a command, else with the arguments written here.
 *
 * Each program is built in a scratch directory of its own, offline. The Go build cache is the
 * user's, as it would be if they typed the command.
 *
 * @module
 */

import { PRODUCTS, product, type ProductName } from '../../evidence/binary/product.ts';
import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host, Outcome } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { runGo, runPrinted } from '../go-command.ts';
import { probe, type AnyProbe } from '../probe.ts';

interface Recipe {
  readonly name: ProductName;
  /** Folder of specimens/ whose main.go is built. */
  readonly specimen: 'hello' | 'metrics' | 'library-calls';
  /** The module path of a go.mod put beside it; without one, go builds the file by its name. */
  readonly module?: string;
  /** The paper's command, verbatim. */
  readonly printed?: string;
  /** GOOS/GOARCH; those of the go command itself if not given. */
  readonly target?: readonly [goos: string, goarch: string];
  readonly args?: readonly string[];
}

const RECIPES: readonly Recipe[] = [
  {
    name: PRODUCTS.metricsDarwin,
    specimen: 'metrics',
    printed: 'GOOS=darwin GOARCH=arm64 go build -o metrics-darwin-arm64 main.go',
  },
  {
    name: PRODUCTS.helloArm64,
    specimen: 'hello',
    printed: 'GOOS=darwin GOARCH=arm64 go build -ldflags="-s -w" -o hello-arm64 ./main.go',
  },
  {
    name: PRODUCTS.helloAmd64,
    specimen: 'hello',
    printed: 'GOOS=darwin GOARCH=amd64 go build -ldflags="-s -w" -o hello-amd64 ./main.go',
  },
  { name: PRODUCTS.helloArm64Whole, specimen: 'hello', target: ['darwin', 'arm64'] },
  {
    name: PRODUCTS.myapp,
    specimen: 'hello',
    module: 'github.com/example/myapp',
    target: ['linux', 'arm64'],
    args: ['-buildmode=exe', '-ldflags=-s -w'],
  },
  { name: PRODUCTS.metricsLinux, specimen: 'metrics', target: ['linux', 'arm64'] },
  { name: PRODUCTS.metricsHere, specimen: 'metrics' },
  { name: PRODUCTS.helloLinuxArm64, specimen: 'hello', target: ['linux', 'arm64'] },
  { name: PRODUCTS.libraryCalls, specimen: 'library-calls', target: ['linux', 'arm64'] },
  { name: PRODUCTS.helloLinuxAmd64, specimen: 'hello', target: ['linux', 'amd64'] },
];

export const productProbes: readonly AnyProbe[] = RECIPES.map((recipe) =>
  probe({
    gathers: of(product, recipe.name),
    needs: { go: goUnderTest },
    cost: { time: 'seconds', turn: targetOf(recipe), writes: ['the Go build cache'] },
    async gather(host, { go }) {
      const directory = await host.scratch(`build/${recipe.name}`);
      const path = `${directory}/${recipe.name}`;
      await host.writeScratch(`${directory}/main.go`, await host.specimen(`${recipe.specimen}/main.go`));
      if (recipe.module !== undefined) {
        await host.writeScratch(`${directory}/go.mod`, `module ${recipe.module}\n\ngo 1.16\n`);
      }
      const { command, outcome } = await build(host, recipe, go, directory);
      const made = (await host.status(path))?.type === 'file';
      return known({ command, exit: outcome.exit, stderr: outcome.stderr.slice(0, 20_000), path, made });
    },
  }),
);

/** The printed commands are all for darwin; the first of them says for which architecture. */
function targetOf({ printed, target }: Recipe): string {
  const goarch = /GOARCH=(\w+)/.exec(printed ?? '')?.[1];
  return goarch === undefined ? `build ${target?.join('/') ?? 'here'}` : `build darwin/${goarch}`;
}

async function build(
  host: Host,
  { name, module, printed, target, args = [] }: Recipe,
  { path: go, env }: GoUnderTest,
  directory: string,
): Promise<{ command: string; outcome: Outcome }> {
  if (printed !== undefined)
    return { command: printed, outcome: await runPrinted(host, { go, script: printed, directory }) };
  const words = ['build', ...args, '-o', name, module === undefined ? 'main.go' : '.'];
  // A GOARCH of the user's must not make "here" somewhere else.
  const [GOOS, GOARCH] = target ?? [env['GOHOSTOS'], env['GOHOSTARCH']];
  const environment = { GOOS, GOARCH };
  const outcome = await runGo(host, { go, args: words, directory, environment });
  const set = Object.entries(environment).map(([variable, value]) => `${variable}=${value ?? ''}`);
  return { command: [...set, 'go', ...words.map(shellQuoted)].join(' '), outcome };
}

function shellQuoted(word: string): string {
  return word.includes(' ') ? `'${word}'` : word;
}
