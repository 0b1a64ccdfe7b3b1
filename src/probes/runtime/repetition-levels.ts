/**
 * The JSON kernel of the workload, with a layout of code that the linker deals anew for each build.
 *
 * @module
 */

import { repetitionLevels } from '../../evidence/runtime/repetition-levels.ts';
import { CLEAN } from '../../experiments/both-architectures.ts';
import { runLevels } from '../../experiments/levels.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { HostError } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

/** The linker has -randlayout since then. */
const LAYOUTS_SINCE = 23;

export const repetitionLevelsProbe = probe({
  gathers: repetitionLevels,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, { go, machine }) {
    if ((parseGoRelease(go.version)?.minor ?? 0) < LAYOUTS_SINCE) {
      return absent(
        {
          en: `The linker of ${go.version} cannot vary the layout of code`,
          zh: `${go.version} 的链接器无法改变代码布局`,
        },
        { en: 'Use Go 1.23 or later', zh: '请使用 Go 1.23 或更新版本' },
      );
    }
    const directory = await host.scratch('laboratory/levels');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('workload/main.go'));
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/workload\n\ngo 1.21\n');
    const build = async (seed: number): Promise<string> => {
      const path = `${directory}/workload-${seed}`;
      const { exit, stderr } = await runGo(host, {
        go: go.path,
        args: ['build', '-trimpath', `-ldflags=-randlayout=${seed}`, '-o', path, '.'],
        directory,
        environment: { GOOS: machine.system, GOARCH: go.env['GOHOSTARCH'], CGO_ENABLED: '0', GOWORK: 'off' },
      });
      if (exit !== 0) throw new HostError('failed', `Cannot build workload: ${stderr.slice(0, 300)}`);
      return path;
    };
    return known(
      await runLevels(host, {
        go: go.path,
        build,
        args: (iterations) => ['-kernels', 'JSON', '-times', String(iterations)],
        measure: 'JSON sec/op',
        environment: CLEAN,
        budgetMs: 30_000,
      }),
    );
  },
});
