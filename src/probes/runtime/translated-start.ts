import { translatedStart } from '../../evidence/runtime/translated-start.ts';
import { translatedRuns } from '../../experiments/translated-runs.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const translatedStartProbe = probe({
  gathers: translatedStart,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place, _inquiry, watch) {
    const runs = await translatedRuns(host, place, 'hello', {
      measure: 'wall',
      rounds: 200,
      stopping: 'fixed',
      onProgress: watch,
      timeLimitMs: 20_000,
      timeBudgetMs: 120_000,
    });
    return 'state' in runs ? runs : known(runs);
  },
});
