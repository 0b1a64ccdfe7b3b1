/**
 * The linker alone: the packages are compiled once for each target, and `go list -export` says where
 * the archives are, which is what the go command itself hands to the linker.
 *
 * @module
 */

import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { linkTimes } from '../../evidence/toolchain/link-times.ts';
import type { Arm } from '../../experiments/experiment.ts';
import { runExperiment } from '../../experiments/run.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { MEASURES } from '../runtime/laboratory.ts';
import { buildSettings, TARGETS } from './both-targets.ts';

export const linkTimesProbe = probe({
  gathers: linkTimes,
  needs: { go: goUnderTest },
  cost: MEASURES,
  async gather(host, { go }, _inquiry, watch) {
    const archives: (Compiled & { readonly goarch: string })[] = [];
    for (const goarch of TARGETS) archives.push({ goarch, ...(await compiled(host, go, goarch)) });
    const arms = [['-s', '-w'], []].flatMap((flags) =>
      archives.map(({ goarch, config, main, directory, environment }): Arm => ({
        name: `${goarch}${flags.length > 0 ? ' -s -w' : ''}`,
        argv: [
          go.path,
          'tool',
          'link',
          ...flags,
          '-importcfg',
          config,
          '-o',
          `${directory}/linked-${flags.length}`,
          main,
        ],
        directory,
        environment,
      })),
    );
    return known(
      await runExperiment(host, {
        go: go.path,
        arms,
        measure: 'wall',
        rounds: 30,
        stopping: 'fixed',
        onProgress: watch,
        margin: 0.05,
      }),
    );
  },
});

interface Compiled {
  /** The linker’s list of archives, and the one with main. */
  readonly config: string;
  readonly main: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function compiled(host: Host, go: GoUnderTest, goarch: string): Promise<Compiled> {
  const directory = await host.scratch(`laboratory/link-${goarch}`);
  await host.writeScratch(`${directory}/main.go`, await host.specimen('workload/main.go'));
  await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/workload\n\ngo 1.21\n');
  const environment = buildSettings(go, goarch, await host.scratch('laboratory/link-cache'));
  const { exit, stdout, stderr } = await runGo(host, {
    go: go.path,
    args: [
      'list',
      '-export',
      '-deps',
      '-f',
      '{{if .Export}}{{.Name}} {{.ImportPath}}={{.Export}}{{end}}',
      '.',
    ],
    directory,
    environment,
    timeLimitMs: 300_000,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  const main = lines.find((line) => line.startsWith('main '))?.split('=')[1];
  if (exit !== 0 || main === undefined)
    throw new HostError('failed', `Cannot compile workload for ${goarch}: ${stderr.slice(0, 300)}`);
  const config = `${directory}/importcfg.link`;
  const packages = lines
    .filter((line) => !line.startsWith('main '))
    .map((line) => `packagefile ${line.slice(line.indexOf(' ') + 1)}\n`);
  await host.writeScratch(config, packages.join(''));
  return { config, main, directory, environment };
}
