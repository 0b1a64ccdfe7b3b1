/**
 * Comparing two arms of an experiment: the ratio with its interval, whether it is known, and what
 * could have been. Pure, so that a saved dossier says the same for ever.
 *
 * With a number of rounds settled beforehand, the test counts the deals that could have been made
 * (`stats/blocked`). An experiment that stopped when it knew is judged by what allows for that
 * (`stats/anytime`).
 *
 * @module
 */

import type { Measure, ObservedRun, Observations } from '../evidence/observations.ts';
import { anytimeInterval, evidence } from '../stats/anytime.ts';
import { blockedRatio } from '../stats/blocked.ts';
import { changePoints, LONGEST_SERIES } from '../stats/change-points.ts';
import { detectableDifference, pairsFor } from '../stats/detectable-effect.ts';
import type { Doubt } from '../stats/doubt.ts';
import { twoModes } from '../stats/modes.ts';
import { quantileInterval, type QuantileInterval } from '../stats/order-statistic-interval.ts';
import { medianDeviation } from '../stats/quantiles.ts';
import { faultOf, type Fault } from './validity.ts';

/** `the same`: known to differ by less than the margin. */
type Relation = 'smaller' | 'larger' | 'the same' | 'unknown';

export interface Comparison {
  readonly first: Sample;
  readonly other: Sample;
  readonly measure: Measure;
  /** Rounds that count, in which both arms ran well. */
  readonly rounds: number;
  /** How many times as large the other is as the first. */
  readonly ratio: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly confidence: number;
  readonly method: 'deals' | 'anytime';
  /** Right for how the experiment was stopped. */
  readonly p: number;
  readonly relation: Relation;
  /** The smallest ratio above 1 that as many rounds with this noise show in 80 of 100 experiments. */
  readonly detectable: number;
  readonly margin: number;
  /** Rounds that a difference of the margin takes at this noise. */
  readonly needed: number;
  readonly doubts: readonly Doubt[];
  /** Runs of either arm that do not count, in the order in which they ran. */
  readonly faults: readonly { readonly run: ObservedRun; readonly fault: Fault }[];
}

interface Sample {
  readonly name: string;
  /** Of the rounds that count, in their order. */
  readonly values: readonly number[];
  readonly median: QuantileInterval;
}

export interface Question {
  /** Indices of arms; by default the second against the first. */
  readonly first?: number;
  readonly other?: number;
  /** By default that of the design. */
  readonly measure?: Measure;
  readonly confidence?: number;
}

export function compare(observations: Observations, question: Question = {}): Comparison {
  const { arms, design, runs } = observations;
  const { first = 0, other = 1, measure = design.measure, confidence = 0.95 } = question;
  const judged = runs.filter(({ round, arm }) => round >= 0 && (arm === first || arm === other));
  const faults = judged.flatMap((run) => {
    const fault = faultOf(run, valueOf(run, measure), measure);
    return fault ? [{ run, fault }] : [];
  });
  const faulty = new Set(faults.map(({ run }) => run));
  const valueIn = (round: number, arm: number): number | undefined => {
    const run = judged.find((one) => one.round === round && one.arm === arm);
    return run && !faulty.has(run) ? valueOf(run, measure) : undefined;
  };
  const pairs = [...new Set(judged.map(({ round }) => round))].flatMap((round) => {
    const [one, two] = [valueIn(round, first), valueIn(round, other)];
    return one === undefined || two === undefined ? [] : [[one, two] as const];
  });
  const sampleOf = (arm: number, values: readonly number[]): Sample => ({
    name: arms[arm]?.name ?? '',
    values,
    median: quantileInterval(values, { confidence }),
  });
  const one = sampleOf(
    first,
    pairs.map(([value]) => value),
  );
  const two = sampleOf(
    other,
    pairs.map(([, value]) => value),
  );
  const judgement = design.stopping === 'fixed' ? byDeals(pairs, confidence) : anytime(pairs, confidence);
  const { low, high } = judgement.ratio;
  const logs = pairs.map(([a, b]) => Math.log(b / a));
  return {
    first: one,
    other: two,
    measure,
    rounds: pairs.length,
    confidence,
    ...judgement,
    relation: relationOf(low, high, design.margin),
    detectable: Math.exp(
      detectableDifference(medianDeviation(logs), pairs.length, { alpha: 1 - confidence }),
    ),
    margin: design.margin,
    needed: logs.length < 2 ? Infinity : pairsFor(medianDeviation(logs), Math.log1p(design.margin)),
    doubts: [...judgement.doubts, ...shapes(one, two, logs)],
    faults,
  };
}

/** The value of a run by the name of a measure; undefined if it did not report it. */
export function valueOf(run: ObservedRun, measure: Measure): number | undefined {
  switch (measure) {
    case 'wall':
      return run.wallMs;
    case 'cpu':
      return run.userMs + run.systemMs;
    case 'peak':
      return run.peakBytes;
    default:
      return run.reported && Object.hasOwn(run.reported, measure) ? run.reported[measure] : undefined;
  }
}

type Pairs = readonly (readonly [first: number, other: number])[];
type Judgement = Pick<Comparison, 'ratio' | 'p' | 'method' | 'doubts'>;

function byDeals(pairs: Pairs, confidence: number): Judgement {
  if (pairs.length === 0) return nothing('deals');
  const { estimate, low, high, p, doubts } = blockedRatio(
    pairs.map(([first, other]) => [{ first: [first], second: [other] }]),
    confidence,
  );
  return { ratio: { estimate, low: Math.max(0, low), high }, p, method: 'deals', doubts };
}

function anytime(pairs: Pairs, confidence: number): Judgement {
  if (pairs.length === 0) return nothing('anytime');
  if (pairs.some(([first, other]) => !(first > 0 && other > 0)))
    return { ...nothing('anytime'), doubts: [{ doubt: 'not-positive' }] };
  const logs = pairs.map(([first, other]) => Math.log(other / first));
  const { estimate, low, high } = anytimeInterval(logs, confidence);
  return {
    ratio: { estimate: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) },
    p: Math.min(1, 1 / evidence(logs).most),
    method: 'anytime',
    doubts: [],
  };
}

function nothing(method: Comparison['method']): Judgement {
  return {
    ratio: { estimate: NaN, low: 0, high: Infinity },
    p: 1,
    method,
    doubts: [{ doubt: 'too-few', have: 0, need: 6 }],
  };
}

function relationOf(low: number, high: number, margin: number): Relation {
  if (low >= 1 / (1 + margin) && high <= 1 + margin) return 'the same';
  if (low > 1) return 'larger';
  return high < 1 ? 'smaller' : 'unknown';
}

function shapes(first: Sample, other: Sample, logs: readonly number[]): Doubt[] {
  const modes = [twoModes(first.values), twoModes(other.values)].flatMap((found) =>
    found ? [{ doubt: 'two-modes', ...found } as const] : [],
  );
  const changes = logs.length <= LONGEST_SERIES / 10 ? changePoints(logs, { smallest: 5 }).length : 0;
  return changes > 0 ? [...modes, { doubt: 'drift', changes }] : modes;
}
