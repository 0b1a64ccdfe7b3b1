/**
 * A specimen's builds for both architectures, run against each other: the native arm first.
 *
 * @module
 */

import type { TranslatedRuns } from '../evidence/runtime/translated-runs.ts';
import type { Host } from '../host/host.ts';
import type { Missing } from '../model/fact.ts';
import { bothArchitectures, CLEAN, type Place } from './both-architectures.ts';
import type { Experiment } from './experiment.ts';
import { runExperiment } from './run.ts';

/** Missing where nothing here translates. */
export async function translatedRuns(
  host: Host,
  place: Place,
  specimen: string,
  design: Omit<Experiment, 'go' | 'arms'>,
): Promise<TranslatedRuns | Missing> {
  const both = await bothArchitectures(host, place, specimen);
  if ('state' in both) return both;
  const observations = await runExperiment(host, {
    ...design,
    go: place.go.path,
    arms: [
      { name: 'native', argv: both.native, environment: CLEAN },
      { name: 'translated', argv: both.translated, environment: CLEAN },
    ],
  });
  return { ...both.pair, observations };
}
