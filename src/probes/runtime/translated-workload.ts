import { translatedWorkload } from '../../evidence/runtime/translated-workload.ts';
import { bothArchitectures, CLEAN } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const translatedWorkloadProbe = probe({
  gathers: translatedWorkload,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place) {
    const both = await bothArchitectures(host, place, 'workload');
    if ('state' in both) return both;
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms: [
        { name: 'native', argv: both.native, environment: CLEAN },
        { name: 'translated', argv: both.translated, environment: CLEAN },
      ],
      measure: 'JSON sec/op',
      rounds: 12,
      stopping: 'fixed',
    });
    return known({ ...both.pair, observations });
  },
});
