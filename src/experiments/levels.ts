/**
 * Repeating where it pays: a pilot of some builds, processes and iterations says which level varies and
 * what each costs, and what is measured then is repeated accordingly (Kalibera & Jones 2013). Builds are
 * dealt among processes by chance, so that drift of the machine is no property of a build.
 *
 * @module
 */

import type { RepetitionLevels } from '../evidence/runtime/repetition-levels.ts';
import { readBenchmarks } from '../formats/benchfmt.ts';
import { HostError, type Host } from '../host/host.ts';
import { mean } from '../stats/quantiles.ts';
import { seeded, shuffled, type Random } from '../stats/random.ts';
import { repetitions, varianceComponents, type Nested } from '../stats/variance-components.ts';
import { metered, meterFor } from './meter.ts';

export interface LevelledExperiment {
  /** The go command that builds the meter. */
  readonly go: string;
  /** Builds the program once more, with a layout of its own; the command of its path. */
  readonly build: (seed: number) => Promise<string>;
  /** Has the program iterate so often, reporting each time. */
  readonly args: (iterations: number) => readonly string[];
  /** "NAME UNIT" as it is reported. */
  readonly measure: string;
  readonly environment: Readonly<Record<string, string>>;
  /** For what comes after the pilot. */
  readonly budgetMs: number;
}

const PILOT = { builds: 4, processes: 6, iterations: 6 } as const;

/** Six builds give a median with an interval at 95 %. More of the lower levels than these never paid. */
const BUILDS = { fewest: 6, most: 24 } as const;
const MOST_PROCESSES = 40;
const MOST_ITERATIONS = 100;

interface Level {
  readonly processes: number;
  readonly iterations: number;
}

/** Throws HostError if a program cannot be built, or a run fails. */
export async function runLevels(host: Host, experiment: LevelledExperiment): Promise<RepetitionLevels> {
  const random = seeded(String(Math.round(host.now())));
  const began = host.elapsed();
  const paths: string[] = [];
  for (let seed = 1; seed <= PILOT.builds; seed += 1) paths.push(await experiment.build(seed));
  const buildMs = (host.elapsed() - began) / PILOT.builds;
  const pilot = await measured(host, experiment, paths, PILOT, random);
  const iterationMs = 1e3 * mean(pilot.values.flat(2)) * pilot.operations;
  const processMs = Math.max(0, mean(pilot.wallMs) - PILOT.iterations * iterationMs);
  const cost = { build: buildMs, process: processMs, iteration: iterationMs };
  const advised = repetitions(varianceComponents(pilot.values), cost);
  const level = {
    processes: Math.min(MOST_PROCESSES, advised.processes),
    iterations: Math.min(MOST_ITERATIONS, advised.iterations),
  };
  const perBuildMs = buildMs + level.processes * (processMs + level.iterations * iterationMs);
  const builds = Math.max(BUILDS.fewest, Math.min(BUILDS.most, Math.floor(experiment.budgetMs / perBuildMs)));
  const others: string[] = [];
  for (let seed = 1; seed <= builds; seed += 1) others.push(await experiment.build(PILOT.builds + seed));
  const main = await measured(host, experiment, others, level, random);
  return {
    measure: experiment.measure,
    cost,
    pilot: copied(pilot.values),
    chosen: { builds, ...level },
    measured: copied(main.values),
  };
}

interface Measured {
  readonly values: Nested;
  readonly wallMs: readonly number[];
  /** Of one iteration. */
  readonly operations: number;
}

const RUN_LIMIT_NS = 120e9;
const KEPT_PER_ITERATION = 256;

async function measured(
  host: Host,
  { go, args, measure, environment }: LevelledExperiment,
  paths: readonly string[],
  { processes, iterations }: Level,
  random: Random,
): Promise<Measured> {
  const meter = await meterFor(host, go);
  const keep = KEPT_PER_ITERATION * (iterations + 1);
  const order = shuffled(
    paths.flatMap((path, build) => Array.from({ length: processes }, () => ({ path, build }))),
    random,
  );
  const values: number[][][] = paths.map(() => []);
  const wallMs: number[] = [];
  let operations = 1;
  for (const { path, build } of order) {
    const command = { argv: [path, ...args(iterations)], env: environment, outputLimit: 2 ** 20, keep };
    const [run] = await metered(host, meter, [{ ...command, timeLimitNs: RUN_LIMIT_NS }]);
    const found = [...readBenchmarks(run?.stdout ?? '', 'standard output')].flatMap((record) => {
      if (record.type !== 'result') return [];
      const value = record.values.find(({ unit }) => `${record.name} ${unit}` === measure);
      if (value) operations = record.iterations;
      return value ? [value.value] : [];
    });
    if (run?.exit !== 0 || found.length !== iterations)
      throw new HostError(
        'failed',
        `Cannot measure ${path}: it reported ${found.length} of ${iterations} times`,
      );
    values[build]?.push(found);
    wallMs.push(run.wallNs / 1e6);
  }
  return { values, wallMs, operations };
}

const copied = (values: Nested): number[][][] => values.map((build) => build.map((run) => [...run]));
