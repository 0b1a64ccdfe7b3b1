import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  name: z.string(),
  /** The metric does not exist or is no integer. */
  missing: z.boolean().optional(),
  /** Bytes, before and after allocating `allocated` bytes. */
  before: z.number().optional(),
  after: z.number().optional(),
  allocated: z.number().optional(),
});

export type AllocationCounter = z.infer<typeof schema>;

/** /gc/heap/allocs:bytes read twice around a known allocation. */
export const allocationCounter = kind<AllocationCounter>({
  id: 'allocation-counter',
  subject: 'toolchain',
  title: { en: 'the allocation counter around a known allocation', zh: '已知分配前后的分配计数器' },
  schema,
});
