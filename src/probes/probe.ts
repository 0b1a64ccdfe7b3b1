/**
 * Probes: how one kind of fact about one subject is come by.
 *
 * @module
 */

import type { RoundsSoFar } from '../experiments/experiment.ts';
import type { Host } from '../host/host.ts';
import type { Inquiry } from '../model/dossier.ts';
import type { Fact } from '../model/fact.ts';
import { needOf, type Asked, type Need, type Needs, type Shown } from '../model/kind.ts';

/** What `--plan` says before anything runs. */
export interface Cost {
  readonly time: 'instant' | 'seconds' | 'minutes';
  /** Measures: runs after the others, with the machine to itself. */
  readonly alone?: boolean;
  /**
   * Probes with a word in common take turns: two builds for one target at the same time would both
   * compile the same packages of the standard library. "build here" is the target of this machine.
   */
  readonly turn?: string | readonly string[];
  /** Takes longest of its kind and keeps one processor busy at most: begun first, so that others fill the rest. */
  readonly early?: boolean;
  /** Hosts it may reach; needs --online. */
  readonly network?: readonly string[];
  /** What it leaves behind, such as "the Go build cache". */
  readonly writes?: readonly string[];
  /** Runs in this profile only; a quick run records the fact as blocked. */
  readonly profile?: 'full';
}

/** Told of an experiment's rounds while it runs. */
export type Watch = (rounds: RoundsSoFar) => void;

export interface Probe<T = unknown, N extends Needs = Needs> {
  /** The fact it gathers: a kind, of a subject. */
  readonly gathers: Need<T>;
  readonly needs: N;
  readonly cost: Cost;
  /** May let HostError and FormatError through: `assay/gather` records them as blocked facts. */
  gather(host: Host, shown: Shown<N>, inquiry: Inquiry, watch?: Watch): Promise<Fact<T>>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- gather() takes what its own needs state, so no other bound admits every probe
export type AnyProbe = Probe<any, any>;

interface Definition<T, N extends Needs> {
  readonly gathers: Asked<T>;
  /** Facts that other probes gather first. */
  readonly needs?: N;
  readonly cost: Cost;
  gather(host: Host, shown: Shown<N>, inquiry: Inquiry, watch?: Watch): Promise<Fact<T>>;
}

export function probe<T, const N extends Needs = Record<never, never>>(
  definition: Definition<T, N>,
): Probe<T, N> {
  const { gathers, needs, cost } = definition;
  return {
    gathers: needOf(gathers),
    needs: needs ?? ({} as N), // an empty record has no need that could be missing
    cost,
    gather: (host, shown, inquiry, watch) => definition.gather(host, shown, inquiry, watch),
  };
}
