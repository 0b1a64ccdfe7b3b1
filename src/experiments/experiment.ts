/**
 * Experiments: how one is declared. `runExperiment` in `run.ts` does the rest.
 *
 * An experiment is arms (what is compared) and a design. An arm is a command, or several variants
 * of it (builds of the same source with another layout) between which rounds change by chance.
 * Every round holds each arm once, each in a fresh process, in an order dealt by chance, so that
 * `laboratory/comparison` can test on the deals that could have been made. Before each run the
 * meter probes the processor's frequency; after it, it knows what the machine did meanwhile.
 *
 *     const observations = await runExperiment(host, {
 *       go,                                    // the Go that builds the meter
 *       arms: [
 *         { name: 'native', argv: [`${directory}/json-amd64`] },
 *         { name: 'translated', argv: [qemu, `${directory}/json-arm64`] },
 *       ],
 *       measure: 'JSON ns/op',                 // reported in the Go benchmark format, or wall, cpu, peak
 *       rounds: 20,
 *       stopping: 'fixed',                     // or 'when-known', with `margin`
 *     });
 *     return observations;                     // raw, into the dossier; the claim calls compare(…)
 *
 * Specimens report through lines such as `BenchmarkJSON 1000 8881 ns/op 1152 B/op`. A run counts
 * if it ended with exit status 0 (`laboratory/validity` says so, and why another does not). An
 * arm that fails three times in a row ends the experiment, and what ran before stays.
 *
 * @module
 */

import type { Measure, Observations } from '../evidence/observations.ts';

export interface Arm {
  readonly name: string;
  /** The command; or, with several builds, one command for each. */
  readonly argv: readonly string[] | readonly (readonly string[])[];
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Experiment {
  /** The go command that builds the meter. */
  readonly go: string;
  readonly arms: readonly Arm[];
  readonly measure: Measure;
  /** With `fixed` exactly so many rounds; with `when-known` at most. */
  readonly rounds: number;
  readonly stopping: 'fixed' | 'when-known';
  /** Differences smaller than this share do not matter: `when-known` also stops when it knows that. Default 0.01. */
  readonly margin?: number;
  /** Rounds before the first that counts; default 1. */
  readonly warmups?: number;
  /** Of one run; default 60 s. */
  readonly timeLimitMs?: number;
  readonly outputLimitBytes?: number;
  /** Altogether; no round begins later than this. Default 10 minutes. */
  readonly timeBudgetMs?: number;
  /** The one processor that every run is confined to. */
  readonly cpu?: number;
  /** The sort of core that runs are biased towards, on macOS. */
  readonly cores?: 'efficiency' | undefined;
  /** Default: drawn from the clock, and recorded. */
  readonly seed?: string;
  readonly onProgress?: ((progress: RoundsSoFar) => void) | undefined;
}

export interface RoundsSoFar {
  readonly observations: Observations;
  /** Rounds done, and those planned at most. */
  readonly done: number;
  readonly planned: number;
}
