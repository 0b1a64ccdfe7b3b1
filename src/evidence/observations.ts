/**
 * Observations: what an experiment recorded, run by run. Raw material only; comparing is done by
 * `laboratory/`. Kinds of evidence of experiments hold one or more of these.
 *
 * @module
 */

import * as z from 'zod';

/** What happened on the machine during one run; a field is absent where the system does not tell. */
const conditionsSchema = z.object({
  /** Time in which some task of the machine waited for a processor, or for memory. */
  cpuPressureMs: z.number().optional(),
  memoryPressureMs: z.number().optional(),
  /** Processor time, of all processors together: given to somebody else by the hypervisor, and used by other processes. */
  stealMs: z.number().optional(),
  othersMs: z.number().optional(),
  /** How often a processor was slowed down for its heat. */
  throttles: z.number().optional(),
  /** How long the control group was held back because its quota was used up. */
  quotaMs: z.number().optional(),
  /** Pages swapped in or out. */
  swapPages: z.number().optional(),
  /** How much further the wall clock came than the monotonic one. */
  clockJumpMs: z.number(),
  /** How long the machine slept. */
  sleptMs: z.number().optional(),
});

const runSchema = z.object({
  /** Index into `arms`, and into the variants of that arm. */
  arm: z.number(),
  variant: z.number(),
  /** Rounds hold every arm once; round -1 is warming up and is not judged. */
  round: z.number(),
  /** Its place in the round, dealt by chance. */
  place: z.number(),
  ended: z.enum(['exit', 'signal', 'time limit', 'output limit', 'not started']),
  exit: z.number(),
  signal: z.string().optional(),
  /** Why it was not started. */
  error: z.string().optional(),
  wallMs: z.number(),
  userMs: z.number(),
  systemMs: z.number(),
  peakBytes: z.number(),
  /** The least that can be told as a peak. */
  floorBytes: z.number(),
  majorFaults: z.number(),
  involuntarySwitches: z.number(),
  /** The processor on which it ended; -1 where the system does not say. */
  lastCpu: z.number(),
  /** "cpu" if the system confined it to the processor asked for, else why it did not. */
  pinned: z.string().optional(),
  /** "bias" if the system heard the wish for a sort of core, else why not. */
  biased: z.string().optional(),
  /** Of its processor time, spent on performance cores; where the system tells. */
  performanceShare: z.number().optional(),
  stdoutBytes: z.number(),
  stdoutSha256: z.string(),
  /** The end of standard error, where the run failed. */
  stderr: z.string().optional(),
  /** What it reported of itself in the Go benchmark format: value by "name unit". */
  reported: z.record(z.string(), z.number()).optional(),
  /** Processes that outlived it and were killed. */
  leftBehind: z.array(z.string()),
  /** Nanoseconds for a thousand dependent multiplications before it: the processor's frequency. */
  spinNs: z.number().optional(),
  conditions: conditionsSchema,
});

export const observationsSchema = z.object({
  arms: z.array(
    z.object({
      name: z.string(),
      /** One command per variant: builds of the same thing, between which rounds change by chance. */
      variants: z.array(z.array(z.string())),
      directory: z.string().optional(),
      environment: z.record(z.string(), z.string()).optional(),
    }),
  ),
  design: z.object({
    seed: z.string(),
    /** What is compared while running: "wall", "cpu", "peak" or "name unit" as reported. */
    measure: z.string(),
    /** Differences smaller than this share do not matter. */
    margin: z.number(),
    /** `fixed`: the number of rounds was settled before the first; `when-known`: it stopped when it knew. */
    stopping: z.enum(['fixed', 'when-known']),
    rounds: z.number(),
    warmups: z.number(),
    timeLimitMs: z.number(),
    outputLimitBytes: z.number(),
    /** The processor asked for. */
    cpu: z.number().optional(),
    /** The sort of core asked for, which is a bias and no confinement. */
    cores: z.literal('efficiency').optional(),
  }),
  /** Why there are no more runs. */
  ended: z.enum(['all rounds', 'known', 'time is up', 'an arm failed', 'interrupted']),
  /** Sources of the meter: the digest of its content. */
  meter: z.string(),
  /** What supplies the machine with power, where the system tells. */
  power: z.enum(['mains', 'battery', 'unknown']),
  runs: z.array(runSchema),
});

export type Observations = z.infer<typeof observationsSchema>;
export type ObservedRun = Observations['runs'][number];
export type Measure = string;
