import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { targetBuilds } from '../../evidence/toolchain/target-builds.ts';
import { runExperiment } from '../../experiments/run.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { MEASURES } from '../runtime/laboratory.ts';
import { buildSettings, TARGETS } from './both-targets.ts';

export const targetBuildsProbe = probe({
  gathers: targetBuilds,
  needs: { go: goUnderTest },
  cost: MEASURES,
  async gather(host, { go }, _inquiry, watch) {
    const directory = await host.scratch('laboratory/target-builds');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('hello/main.go'));
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/hello\n\ngo 1.21\n');
    const cache = await host.scratch('laboratory/target-builds-cache');
    const observations = await runExperiment(host, {
      go: go.path,
      arms: TARGETS.map((goarch) => ({
        name: goarch,
        // -a compiles every package again, as an empty cache would.
        argv: [go.path, 'build', '-a', '-o', `${directory}/hello-${goarch}`, '.'],
        directory,
        environment: buildSettings(go, goarch, cache),
      })),
      measure: 'wall',
      rounds: 10,
      stopping: 'fixed',
      onProgress: watch,
      timeLimitMs: 300_000,
      timeBudgetMs: 1_200_000,
    });
    return known(observations);
  },
});
