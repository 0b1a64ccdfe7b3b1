/**
 * Running an experiment: rounds in an order dealt by chance, until it is known, or the rounds or
 * the time are used up, or an arm keeps failing. See `experiment.ts` for how one is declared.
 *
 * @module
 */

import type { ObservedRun, Observations } from '../evidence/observations.ts';
import { HostError, type Host } from '../host/host.ts';
import { compare } from '../laboratory/comparison.ts';
import { seeded, shuffled, type Random } from '../stats/random.ts';
import type { Arm, Experiment } from './experiment.ts';
import { metered, meterFor, type Meter } from './meter.ts';
import { observedRun, type Slot } from './observe.ts';
import { powerSupply } from './power.ts';

/** One call of the meter should last about this long, so that progress is seen and little is lost. */
const BATCH_MS = 500;
const FAILURES_IN_A_ROW = 3;
const KEPT_OUTPUT = 65_536;

/** Before this many rounds nothing is known, whatever the numbers say. */
const FEWEST_ROUNDS = 6;

/** Throws HostError if the meter cannot be had; anything that happens later ends the observations, not the call. */
export async function runExperiment(host: Host, experiment: Experiment): Promise<Observations> {
  const { rounds, stopping, warmups = 1, timeBudgetMs = 600_000, onProgress } = experiment;
  const meter = await meterFor(host, experiment.go);
  const seed = experiment.seed ?? String(Math.round(host.now()));
  const random = seeded(seed);
  const observations: Observations = await blank(host, experiment, meter, seed);
  const started = host.elapsed();
  let round = -warmups;
  let roundMs = Infinity; // the first calls are a pilot: one round each
  while (round < rounds) {
    const spent = host.elapsed() - started;
    if (spent > timeBudgetMs) return { ...observations, ended: 'time is up' };
    const until = round < 0 ? 0 : rounds;
    const soon = stopping === 'when-known' ? Math.max(FEWEST_ROUNDS, Math.ceil(round / 2)) : rounds;
    const batch = Math.max(1, Math.min(until - round, soon, Math.floor(BATCH_MS / roundMs)));
    const slots = deal(experiment.arms, { from: round, count: batch }, random);
    const before = host.elapsed();
    try {
      observations.runs.push(...(await measure(host, meter, experiment, slots)));
    } catch (error) {
      if (error instanceof HostError && error.refusal === 'interrupted')
        return { ...observations, ended: 'interrupted' };
      throw error;
    }
    roundMs = (host.elapsed() - before) / batch;
    round += batch;
    onProgress?.({ observations, done: Math.max(0, round), planned: plannedRounds(observations, round) });
    if (keepsFailing(observations)) return { ...observations, ended: 'an arm failed' };
    if (stopping === 'when-known' && round >= FEWEST_ROUNDS && isKnown(observations))
      return { ...observations, ended: 'known' };
  }
  return { ...observations, ended: 'all rounds' };
}

async function blank(host: Host, experiment: Experiment, meter: Meter, seed: string): Promise<Observations> {
  const { measure: name, margin = 0.01, stopping, rounds, warmups = 1, cpu, cores } = experiment;
  return {
    arms: experiment.arms.map((arm) => ({
      name: arm.name,
      variants: variantsOf(arm).map((argv) => [...argv]),
      ...(arm.directory !== undefined && { directory: arm.directory }),
      ...(arm.environment && { environment: { ...arm.environment } }),
    })),
    design: {
      seed,
      measure: name,
      margin,
      stopping,
      rounds,
      warmups,
      timeLimitMs: timeLimitOf(experiment),
      outputLimitBytes: outputLimitOf(experiment),
      ...(cpu !== undefined && { cpu }),
      ...(cores !== undefined && { cores }),
    },
    ended: 'all rounds',
    meter: meter.content,
    power: await powerSupply(host),
    runs: [],
  };
}

function variantsOf({ argv }: Arm): readonly (readonly string[])[] {
  const isOne = (list: Arm['argv']): list is readonly string[] => typeof list[0] === 'string';
  return isOne(argv) ? [argv] : argv;
}

const timeLimitOf = ({ timeLimitMs = 60_000 }: Experiment): number => timeLimitMs;
const outputLimitOf = ({ outputLimitBytes = 2 ** 28 }: Experiment): number => outputLimitBytes;

/** Each round holds each arm once, in an order of its own; so does the choice of variants, before the order. */
function deal(
  arms: readonly Arm[],
  { from, count }: { readonly from: number; readonly count: number },
  random: Random,
): Slot[] {
  return Array.from({ length: count }, (_, index) => from + index).flatMap((round) => {
    const chosen = arms.map((arm, index) => ({ arm: index, variant: random.below(variantsOf(arm).length) }));
    return shuffled(chosen, random).map((one, place) => ({ ...one, round: Math.max(-1, round), place }));
  });
}

async function measure(
  host: Host,
  meter: Meter,
  experiment: Experiment,
  slots: readonly Slot[],
): Promise<ObservedRun[]> {
  const runs = slots.map(({ arm, variant }) => {
    const { directory, environment, ...rest } = experiment.arms[arm] as Arm; // slots are dealt from the arms
    return {
      argv: variantsOf(rest)[variant] ?? [],
      dir: directory,
      env: environment,
      cpu: experiment.cpu,
      cores: experiment.cores,
      timeLimitNs: timeLimitOf(experiment) * 1e6,
      outputLimit: outputLimitOf(experiment),
      keep: KEPT_OUTPUT,
    };
  });
  const told = await metered(host, meter, runs);
  return told.flatMap((one, index) => {
    const slot = slots[index];
    return slot ? [observedRun(slot, one)] : [];
  });
}

function keepsFailing({ arms, runs }: Observations): boolean {
  return arms.some((_, arm) => {
    const last = runs.filter((run) => run.arm === arm).slice(-FAILURES_IN_A_ROW);
    return (
      last.length === FAILURES_IN_A_ROW && last.every(({ ended, exit }) => ended !== 'exit' || exit !== 0)
    );
  });
}

/** With `when-known`: how many rounds the margin takes at the noise seen so far, the first rounds being the pilot. */
function plannedRounds(observations: Observations, done: number): number {
  const { design, arms } = observations;
  if (design.stopping === 'fixed' || done < FEWEST_ROUNDS) return design.rounds;
  const needed = arms.slice(1).map((_, index) => compare(observations, { other: index + 1 }).needed);
  return Math.max(done, Math.min(design.rounds, ...needed));
}

/** Every arm against the first: known to differ, or known not to differ by more than the margin. */
function isKnown(observations: Observations): boolean {
  return observations.arms.slice(1).every((_, index) => {
    const { relation } = compare(observations, { other: index + 1 });
    return relation === 'smaller' || relation === 'larger' || relation === 'the same';
  });
}
