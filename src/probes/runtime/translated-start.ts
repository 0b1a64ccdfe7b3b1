import { translatedStart } from '../../evidence/runtime/translated-start.ts';
import { bothArchitectures, CLEAN } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const translatedStartProbe = probe({
  gathers: translatedStart,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place) {
    const both = await bothArchitectures(host, place, 'hello');
    if ('state' in both) return both;
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms: [
        { name: 'native', argv: both.native, environment: CLEAN },
        { name: 'translated', argv: both.translated, environment: CLEAN },
      ],
      measure: 'wall',
      rounds: 200,
      stopping: 'fixed',
      timeLimitMs: 20_000,
      timeBudgetMs: 120_000,
    });
    return known({ ...both.pair, observations });
  },
});
