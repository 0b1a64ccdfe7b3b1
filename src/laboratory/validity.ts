/**
 * Which runs count. A run that failed measured something else; a run during which the machine
 * slept, throttled, swapped or was held back by a quota measured the machine. A round counts if
 * all its runs that are compared do: what is left out is left out of both arms.
 *
 * A busy machine voids nothing: load makes noise, and the order dealt by chance deals the noise
 * fairly. It is told beside the result instead.
 *
 * @module
 */

import type { Measure, ObservedRun, Observations } from '../evidence/observations.ts';
import { ascending, median, quantileOfSorted } from '../stats/quantiles.ts';

export type Fault =
  | 'failed'
  | 'not reported'
  | 'slept'
  | 'clock jumped'
  | 'throttled'
  | 'swapped'
  | 'held back';

/** A correction of the clock by less is what time servers do. */
const CLOCK_JUMP_MS = 500;
const SWAPPED_PAGES = 256;
/** Of the run's time. */
const HELD_BACK_SHARE = 0.02;

/** Why a run does not count; undefined if it does. A quota holds back the clock, not CPU time nor memory. */
export function faultOf(
  run: ObservedRun,
  value: number | undefined,
  measure: Measure = 'wall',
): Fault | undefined {
  const { conditions, ended, exit, wallMs } = run;
  if (ended !== 'exit' || exit !== 0) return 'failed';
  if (value === undefined) return 'not reported';
  if ((conditions.sleptMs ?? 0) > 10) return 'slept';
  if (Math.abs(conditions.clockJumpMs) > CLOCK_JUMP_MS) return 'clock jumped';
  if ((conditions.throttles ?? 0) > 0) return 'throttled';
  if ((conditions.swapPages ?? 0) > SWAPPED_PAGES) return 'swapped';
  if (measure === 'cpu' || measure === 'peak') return undefined;
  return (conditions.quotaMs ?? 0) > HELD_BACK_SHARE * wallMs ? 'held back' : undefined;
}

/** What the machine was like, as a reader wants to know it beside the result. */
export interface Setting {
  /** Of the time of a typical run. */
  readonly cpuPressure: number | undefined;
  readonly steal: number | undefined;
  /** Processors kept busy by others. */
  readonly others: number | undefined;
  /** The ninetieth percentile of the frequency probe over its tenth, and the largest median of an arm over the smallest. */
  readonly frequencySpread: number | undefined;
  readonly frequencyByArm: number | undefined;
  readonly onBattery: boolean;
  /** Runs that did not stay on the processor they were to be confined to. */
  readonly unpinned: number;
  /** Why a wish for a sort of core was not heard. */
  readonly unheard: string | undefined;
  /** By arm, the median share of processor time on performance cores; empty where the system does not tell. */
  readonly performanceShares: readonly number[];
  readonly leftBehind: number;
  /** Arms that did not print the same in each of their runs, and whether arms print differently. */
  readonly changingOutput: boolean;
  readonly differingOutput: boolean;
}

export function settingOf({ runs, power, design, arms }: Observations): Setting {
  const judged = runs.filter(({ round, ended }) => round >= 0 && ended !== 'not started');
  const share = (name: 'cpuPressureMs' | 'stealMs' | 'othersMs'): number | undefined => {
    const known = judged.flatMap(({ conditions, wallMs }) => {
      const value = conditions[name];
      return value === undefined || wallMs === 0 ? [] : [value / wallMs];
    });
    return known.length === 0 ? undefined : median(known);
  };
  const spins = judged.flatMap(({ spinNs }) => (spinNs === undefined ? [] : [spinNs]));
  const byArm = arms.map((_, arm) =>
    median(judged.flatMap((run) => (run.arm === arm && run.spinNs !== undefined ? [run.spinNs] : []))),
  );
  const shares = arms.map((_, arm) =>
    judged.flatMap((run) =>
      run.arm === arm && run.performanceShare !== undefined ? [run.performanceShare] : [],
    ),
  );
  const outputs = arms.map(
    (_, arm) =>
      new Set(judged.filter((run) => run.arm === arm && run.exit === 0).map((run) => run.stdoutSha256)),
  );
  const all = new Set(outputs.flatMap((one) => [...one]));
  const changingOutput = outputs.some(({ size }) => size > 1);
  return {
    cpuPressure: share('cpuPressureMs'),
    steal: share('stealMs'),
    others: share('othersMs'),
    frequencySpread:
      spins.length === 0
        ? undefined
        : quantileOfSorted(ascending(spins), 0.9) / quantileOfSorted(ascending(spins), 0.1),
    frequencyByArm: spins.length === 0 ? undefined : Math.max(...byArm) / Math.min(...byArm),
    onBattery: power === 'battery',
    unpinned: design.cpu === undefined ? 0 : judged.filter(({ pinned }) => pinned !== 'cpu').length,
    unheard: judged.find(({ biased = 'bias' }) => biased !== 'bias')?.biased,
    performanceShares: shares.every(({ length }) => length > 0) ? shares.map((one) => median(one)) : [],
    leftBehind: judged.filter(({ leftBehind }) => leftBehind.length > 0).length,
    changingOutput,
    differingOutput: !changingOutput && all.size > 1,
  };
}
