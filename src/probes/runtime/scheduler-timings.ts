/**
 * The scheduler specimen in thirty fresh processes, natively. Under a translator it would time the
 * translator, so then there is nothing to know.
 *
 * @module
 */

import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { isTranslated } from '../../evidence/machine/translation.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { CLEAN, nativeSpecimen } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { absent, known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const schedulerTimingsProbe = probe({
  gathers: schedulerTimings,
  needs: { ...LABORATORY, topology: wish(cpuTopology) },
  cost: MEASURES,
  async gather(host, { topology, ...place }) {
    const { heard, go } = place;
    if (heard && isTranslated(heard) === true) {
      return absent({
        en: 'This process is translated: its times would be those of the translator',
        zh: '本进程处于转译之下：所测时间将是转译器的时间',
      });
    }
    const { goarch, path } = await nativeSpecimen(host, place, 'scheduler');
    const observations = await runExperiment(host, {
      go: go.path,
      arms: [{ name: 'native', argv: [path], environment: CLEAN }],
      measure: 'GoschedAmong16 sec/op',
      rounds: 30,
      stopping: 'fixed',
    });
    return known({
      goarch,
      goVersion: go.version,
      processors: (topology?.groups ?? []).flatMap(({ name }) => name ?? []),
      cpus: topology?.online ?? 0,
      observations,
    });
  },
});
