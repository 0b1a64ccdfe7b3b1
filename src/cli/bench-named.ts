/**
 * `goassay bench list` and `goassay bench run NAME…`: the experiments by name, as a run of the claims
 * that they answer.
 *
 * @module
 */

import { plan } from '../assay/plan.ts';
import { nearestName } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { NAMED_EXPERIMENTS, type NamedExperiment } from '../experiments/named.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { json } from '../reports/json-text.ts';
import type { ColourChoice } from './colour.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';
import { runCommand } from './run.ts';

export function benchListCommand(
  { json: isJson }: { readonly json?: boolean },
  language: Language,
): ExitCode {
  const list = NAMED_EXPERIMENTS.map((one) => ({ ...one, probes: probesOf(one) }));
  if (isJson) process.stdout.write(json(list));
  else {
    const width = Math.max(...list.map(({ name }) => name.length));
    for (const { name, asks, claims } of list)
      process.stdout.write(`${name.padEnd(width)}  ${asks[language]}  [${claims.join(', ')}]\n`);
  }
  return EXIT.met;
}

/** Kinds of evidence that it gathers with the machine to itself. */
function probesOf({ claims }: NamedExperiment): string[] {
  const chosen = CLAIMS.filter(({ id }) => claims.includes(id));
  return plan(chosen, PROBES).probes.flatMap(({ cost, gathers }) => (cost.alone ? [gathers.kind.id] : []));
}

export interface BenchRunOptions {
  readonly go?: string;
  readonly online?: boolean;
  readonly beside?: string;
  readonly out: string;
  readonly output: readonly string[];
  readonly gate: readonly string[];
  readonly json?: boolean;
  readonly plan?: boolean;
  readonly quiet?: boolean;
  readonly color: ColourChoice;
}

export function benchRunCommand(
  names: readonly string[],
  options: BenchRunOptions,
  language: Language,
): Promise<ExitCode> {
  const only = names.flatMap((name) => experimentNamed(name).claims);
  return runCommand({ ...options, only: [...new Set(only)], profile: 'full', maxInconclusive: 0 }, language);
}

function experimentNamed(name: string): NamedExperiment {
  const found = NAMED_EXPERIMENTS.find((one) => one.name === name);
  if (found) return found;
  const names = NAMED_EXPERIMENTS.map((one) => one.name);
  const nearest = nearestName(name, names);
  throw new UsageError(
    `Unknown experiment "${name}"${nearest === undefined ? `; known are ${names.join(', ')}` : `; did you mean "${nearest}"?`}`,
  );
}
