/**
 * Running one program against itself, twenty rounds of about 40 ms: the machine's noise as a
 * comparison meets it.
 *
 * @module
 */

import { noiseFloor } from '../../evidence/machine/noise-floor.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { runExperiment } from '../../experiments/run.ts';
import { HostError } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

const NOISE_ROUNDS = 20;

export const noiseFloorProbe = probe({
  gathers: noiseFloor,
  needs: { go: goUnderTest },
  cost: {
    time: 'seconds',
    alone: true,
    profile: 'full',
    writes: ['the Go build cache', 'the goassay cache'],
  },
  async gather(host, { go }, _inquiry, watch) {
    const directory = await host.scratch('burn');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('burn/main.go'));
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/burn\n\ngo 1.21\n');
    const { exit, stderr } = await runGo(host, {
      go: go.path,
      args: ['build', '-o', 'burn', '.'],
      directory,
      environment: { GOOS: go.env['GOHOSTOS'], GOARCH: go.env['GOHOSTARCH'] },
    });
    if (exit !== 0) throw new HostError('failed', `Cannot build burn: ${stderr.slice(0, 300)}`);
    const argv = [`${directory}/burn`, '40'];
    return known(
      await runExperiment(host, {
        go: go.path,
        arms: [
          { name: 'one', argv },
          { name: 'the same', argv },
        ],
        measure: 'wall',
        rounds: NOISE_ROUNDS,
        stopping: 'fixed',
        onProgress: watch,
        timeLimitMs: 10_000,
        timeBudgetMs: 60_000,
      }),
    );
  },
});
