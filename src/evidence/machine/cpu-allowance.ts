/**
 * How much CPU the kernel lets this process use: its affinity, and quota and CPU set at every
 * ancestor of its control group, because the tightest one holds wherever it stands.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const levelSchema = z.object({
  path: z.string(),
  version: z.union([z.literal(1), z.literal(2)]),
  /** 0 for the group of the process itself, 1 for its parent; each v1 hierarchy counts for itself. */
  up: z.number().optional(),
  /** CPUs' worth of time; absent if unlimited. */
  quotaCpus: z.number().optional(),
  /** How many CPUs its set has, where it has one. */
  setCpus: z.number().optional(),
  /** Periods of its quota so far, and those in which it was stopped for having used it up. */
  periods: z.number().optional(),
  throttledPeriods: z.number().optional(),
});

const schema = z.object({
  /** Logical CPUs that the process may run on. */
  affinity: z.array(z.number()),
  /** Leaf first. */
  levels: z.array(levelSchema),
  /**
   * What is mounted here does not reach up to the root of all groups, as in most containers: there
   * may be tighter limits above that cannot be seen.
   */
  ancestorsHidden: z.boolean().optional(),
});

export type CpuAllowance = z.infer<typeof schema>;
export type CgroupLevel = z.infer<typeof levelSchema>;

export const cpuAllowance = kind<CpuAllowance>({
  id: 'cpu-allowance',
  subject: 'machine',
  title: { en: 'the CPU time that the kernel allows', zh: '内核允许使用的 CPU' },
  schema,
});

export interface Limit {
  readonly by: 'affinity' | 'quota' | 'set';
  /** CPUs; a quota may be a fraction. */
  readonly cpus: number;
  /** Whose quota or set it is. */
  readonly level?: CgroupLevel;
}

/** The least of affinity and every quota and set, the first to be so; undefined if nothing could be read. */
export function tightestLimit({ affinity, levels }: CpuAllowance): Limit | undefined {
  const limits: Limit[] = affinity.length > 0 ? [{ by: 'affinity', cpus: affinity.length }] : [];
  for (const level of levels) {
    if (level.quotaCpus !== undefined) limits.push({ by: 'quota', cpus: level.quotaCpus, level });
    if (level.setCpus !== undefined) limits.push({ by: 'set', cpus: level.setCpus, level });
  }
  return limits.reduce<Limit | undefined>(
    (least, one) => (least === undefined || one.cpus < least.cpus ? one : least),
    undefined,
  );
}
