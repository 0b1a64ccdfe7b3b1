/**
 * The processors of the machine by structure: groups of like cores, caches, packages, NUMA nodes.
 * Cores are told apart by what the system measures (capacity, performance level, part number),
 * never by a name from a table or of a performance level.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';

const schema = z.object({
  /** Logical CPUs that are online. */
  online: z.number(),
  possible: z.number().optional(),
  /** What the system calls the processor as a whole, such as "Apple M2 Pro". */
  model: z.string().optional(),
  isolated: z.array(z.number()),
  /** Fastest first. */
  groups: z.array(
    z.object({
      cpus: z.number(),
      /** Which they are, where the system tells. */
      numbers: z.array(z.number()).optional(),
      threadsPerCore: z.number(),
      /** Linux cpu_capacity of the fastest of them; 1024 is the fastest core of the machine. */
      capacity: z.number().optional(),
      maxFrequencyKhz: z.number().optional(),
      implementer: z.string().optional(),
      part: z.string().optional(),
      /** From a table, or as the system says; for reading only. */
      name: z.string().optional(),
    }),
  ),
  caches: z.array(
    z.object({
      level: z.number(),
      type: z.string(),
      sizeBytes: z.number(),
      /** How many logical CPUs share one. */
      sharedBy: z.number(),
      count: z.number(),
    }),
  ),
  packages: z.number(),
  clusters: z.number().optional(),
  nodes: z.array(z.object({ node: z.number(), cpus: z.array(z.number()), distances: z.array(z.number()) })),
});

export type CpuTopology = z.infer<typeof schema>;

export const cpuTopology = kind<CpuTopology>({
  id: 'cpu-topology',
  subject: 'machine',
  title: { en: 'the processors by structure', zh: '处理器结构' },
  schema,
  headline: ({ online, groups }): Text => {
    const counts = groups.map(({ cpus }) => cpus).join(' + ');
    const name = groups.length === 1 ? groups[0]?.name : undefined;
    const suffix = name === undefined ? '' : ` ${name}`;
    return groups.length > 1
      ? { en: `${counts} CPUs${suffix}`, zh: `${counts} 核${suffix}` }
      : { en: `${online} CPUs${suffix}`, zh: `${online} 核${suffix}` };
  },
});
