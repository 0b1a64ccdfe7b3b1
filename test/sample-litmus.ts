/**
 * Outcomes of litmus tests as the specimen prints them, and processors by their part numbers.
 *
 * @module
 */

import type { CpuTopology } from '../src/evidence/machine/cpu-topology.ts';
import type { MemoryOrdering } from '../src/evidence/runtime/memory-ordering.ts';

export interface Reordered {
  readonly passing?: number;
  readonly buffering?: number;
  readonly atomicBuffering?: number;
  readonly rounds?: number;
}

export function sampleOrdering(
  goarch: string,
  { passing = 0, buffering = 0, atomicBuffering = 0, rounds = 1_000_000 }: Reordered,
): MemoryOrdering {
  return {
    goarch,
    outcomes: [
      { test: 'message passing', access: 'plain', rounds, reordered: passing },
      { test: 'message passing', access: 'atomic', rounds, reordered: 0 },
      { test: 'store buffering', access: 'plain', rounds, reordered: buffering },
      { test: 'store buffering', access: 'atomic', rounds, reordered: atomicBuffering },
    ],
  };
}

export function sampleTopology(implementer: string, part: string, threadsPerCore = 1): CpuTopology {
  return {
    online: 8,
    isolated: [],
    groups: [{ cpus: 8, threadsPerCore, implementer, part }],
    caches: [],
    packages: 1,
    nodes: [],
  };
}
