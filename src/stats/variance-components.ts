/**
 * Where the noise comes from: builds, processes of a build, iterations of a process. Repetition
 * pays at the level that varies, so a pilot's components say how often to repeat at each
 * (Kalibera & Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013).
 *
 * @module
 */

import { mean } from './quantiles.ts';

/** Iterations in a process in a build. The same number in each. */
export type Nested = readonly (readonly (readonly number[])[])[];

export interface VarianceComponents {
  readonly build: number;
  readonly process: number;
  readonly iteration: number;
}

/** By the mean squares of the nested analysis of variance; a component that comes out negative is 0. */
export function varianceComponents(values: Nested): VarianceComponents {
  const builds = values.length;
  const processes = values[0]?.length ?? 0;
  const iterations = values[0]?.[0]?.length ?? 0;
  const processMeans = values.map((build) => build.map(mean));
  const buildMeans = processMeans.map(mean);
  const total = mean(buildMeans);
  const within = sumOf(
    values.flatMap((build, b) =>
      build.flatMap((run, p) => run.map((value) => value - (processMeans[b]?.[p] ?? 0))),
    ),
  );
  const between = sumOf(
    processMeans.flatMap((means, b) => means.map((value) => value - (buildMeans[b] ?? 0))),
  );
  const apart = sumOf(buildMeans.map((value) => value - total));
  const iterationSquare = iterations > 1 ? within / (builds * processes * (iterations - 1)) : 0;
  const processSquare = processes > 1 ? (iterations * between) / (builds * (processes - 1)) : iterationSquare;
  const buildSquare = builds > 1 ? (iterations * processes * apart) / (builds - 1) : processSquare;
  return {
    build: Math.max(0, (buildSquare - processSquare) / (iterations * processes)),
    process: Math.max(0, (processSquare - iterationSquare) / iterations),
    iteration: iterationSquare,
  };
}

function sumOf(deviations: readonly number[]): number {
  return deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
}

interface Repetitions {
  readonly processes: number;
  readonly iterations: number;
}

/**
 * The number of processes per build and of iterations per process that give the narrowest interval
 * for the time spent; costs are those of a build, of starting a process, and of an iteration.
 */
export function repetitions(
  { build, process, iteration }: VarianceComponents,
  cost: Readonly<Record<keyof VarianceComponents, number>>,
): Repetitions {
  const best = (
    varianceBelow: number,
    varianceAbove: number,
    costAbove: number,
    costBelow: number,
  ): number => {
    if (varianceBelow === 0) return 1;
    if (varianceAbove === 0 || costBelow === 0) return MOST;
    return Math.min(
      MOST,
      Math.max(1, Math.ceil(Math.sqrt((costAbove / costBelow) * (varianceBelow / varianceAbove)))),
    );
  };
  return {
    processes: best(process, build, cost.build, cost.process),
    iterations: best(iteration, process, cost.process, cost.iteration),
  };
}

const MOST = 1000;
