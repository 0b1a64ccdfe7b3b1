import { translatedMemory } from '../../evidence/runtime/translated-memory.ts';
import { bothArchitectures, CLEAN } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

const SIZES = [0, 256];

export const translatedMemoryProbe = probe({
  gathers: translatedMemory,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place, _inquiry, watch) {
    const both = await bothArchitectures(host, place, 'working-set');
    if ('state' in both) return both;
    const arms = SIZES.flatMap((megabytes) =>
      (['native', 'translated'] as const).map((name) => ({
        name: `${name}, ${megabytes} MB`,
        argv: [...both[name], '-megabytes', String(megabytes)],
        environment: CLEAN,
      })),
    );
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms,
      measure: 'peak',
      rounds: 12,
      stopping: 'fixed',
      onProgress: watch,
    });
    return known({ ...both.pair, observations });
  },
});
