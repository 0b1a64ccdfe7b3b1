/**
 * Go itself, translated: the Go under test builds its own tools for the other architecture from its
 * own sources, so nothing is downloaded and both arms are the same release. The translated go
 * command starts translated compilers; where the kernel does not translate by itself (qemu-user),
 * the instrument `translate` has it do so for that one command.
 *
 * @module
 */

import { translatedToolchain } from '../../evidence/runtime/translated-toolchain.ts';
import { CLEAN, translatorOf, type Translator } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import type { GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, type Command, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { buildSettings } from '../toolchain/both-targets.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

const TOOLS = ['compile', 'asm', 'link'];

export const translatedToolchainProbe = probe({
  gathers: translatedToolchain,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place, _inquiry, watch) {
    const found = translatorOf(place);
    if ('state' in found) return found;
    const { native, translated, means, translator } = found;
    const { go } = place;
    const goroot = await foreignTree(host, go, place.machine.system, translated);
    const directory = await host.scratch('laboratory/translated-toolchain');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('hello/main.go'));
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/hello\n\ngo 1.21\n');
    const cache = await host.scratch('laboratory/translated-toolchain-cache');
    const settings = { ...CLEAN, ...buildSettings(go, native, cache), GOROOT: go.goroot };
    // -a compiles every package again, as an empty cache would; what is built is the same in both arms.
    const build = (name: string): string[] => ['build', '-a', '-trimpath', '-o', `${directory}/${name}`, '.'];
    const observations = await runExperiment(host, {
      go: go.path,
      arms: [
        { name: 'native', argv: [go.path, ...build('native')], directory, environment: settings },
        {
          name: 'translated',
          argv: [...(await translating(host, go.path, found)), `${goroot}/bin/go`, ...build('translated')],
          directory,
          environment: { ...settings, GOROOT: goroot },
        },
      ],
      measure: 'wall',
      rounds: 10,
      warmups: 0, // a translated build takes a minute on two cores, and the order is dealt by chance
      stopping: 'fixed',
      onProgress: watch,
      timeLimitMs: 600_000,
      timeBudgetMs: 1_800_000,
    });
    const [nativeDigest, translatedDigest] = [
      await host.digest(`${directory}/native`),
      await host.digest(`${directory}/translated`),
    ];
    return known({
      native,
      translated,
      means,
      ...(translator !== undefined && { translator }),
      observations,
      products: {
        ...(nativeDigest !== undefined && { native: nativeDigest }),
        ...(translatedDigest !== undefined && { translated: translatedDigest }),
      },
    });
  },
});

/** What a Go tree has beside its tools; older ones lack some. */
const SHARED = ['src', 'lib', 'VERSION', 'go.env', 'pkg/include'];

/** A GOROOT with tools of its own and everything else of the Go under test, by links. */
async function foreignTree(host: Host, go: GoUnderTest, goos: string, goarch: string): Promise<string> {
  const tree = await host.scratch(`laboratory/go-${goarch}`);
  const tools = await host.scratch(`laboratory/go-${goarch}/pkg/tool/${goos}_${goarch}`);
  const bin = await host.scratch(`laboratory/go-${goarch}/bin`);
  for (const name of SHARED) {
    if ((await host.status(`${go.goroot}/${name}`)) === undefined) continue;
    await must(host, { argv: ['ln', '-s', `${go.goroot}/${name}`, `${tree}/${name}`] }, `link ${name}`);
  }
  for (const [directory, names] of [
    [tools, TOOLS],
    [bin, ['go']],
  ] as const) {
    const { exit, stderr } = await runGo(host, {
      go: go.path,
      args: ['build', '-o', `${directory}/`, ...names.map((name) => `cmd/${name}`)],
      directory,
      environment: { GOOS: goos, GOARCH: goarch, CGO_ENABLED: '0', GOWORK: 'off' },
      timeLimitMs: 900_000,
    });
    if (exit !== 0)
      throw new HostError('failed', `Cannot build Go’s own tools for ${goarch}: ${stderr.slice(0, 300)}`);
  }
  return tree;
}

async function must(host: Host, command: Command, what: string): Promise<void> {
  const { exit, stderr } = await host.run(command);
  if (exit !== 0) throw new HostError('failed', `Cannot ${what}: ${stderr.slice(0, 300)}`);
}

/** What goes before a command that starts programs of the other architecture. */
async function translating(
  host: Host,
  go: string,
  { argv, means, translated }: Translator,
): Promise<readonly string[]> {
  const [interpreter] = argv;
  if (means !== 'qemu-user' || interpreter === undefined) return [];
  const directory = await host.scratch('laboratory/translate');
  for (const [name, text] of Object.entries(await host.instrument('translate')))
    await host.writeScratch(`${directory}/${name}`, text);
  const path = `${directory}/translate`;
  const { exit, stderr } = await runGo(host, {
    go,
    args: ['build', '-trimpath', '-o', path, '.'],
    directory,
    environment: { GOOS: '', GOARCH: '', GOFLAGS: '-buildvcs=false', GOWORK: 'off', CGO_ENABLED: '0' },
  });
  if (exit !== 0) throw new HostError('failed', `Cannot build translate: ${stderr.slice(0, 300)}`);
  return [path, '-arch', translated, '-interpreter', interpreter];
}
