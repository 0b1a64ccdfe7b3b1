import { translatedWorkload } from '../../evidence/runtime/translated-workload.ts';
import { translatedRuns } from '../../experiments/translated-runs.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const translatedWorkloadProbe = probe({
  gathers: translatedWorkload,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place, _inquiry, watch) {
    const runs = await translatedRuns(host, place, 'workload', {
      measure: 'JSON sec/op',
      rounds: 12,
      stopping: 'fixed',
      onProgress: watch,
    });
    return 'state' in runs ? runs : known(runs);
  },
});
