import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** CPU time of the samples. */
  totalMs: z.number(),
  /** By full function name, in it and below it. */
  functions: z.array(z.object({ name: z.string(), flatMs: z.number(), cumulativeMs: z.number() })),
});

export type SchedulerProfile = z.infer<typeof schema>;

/** The CPU profile of the scheduler specimen, as `go tool pprof -top` prints it, functions of package runtime. */
export const schedulerProfile = kind<SchedulerProfile>({
  id: 'scheduler-profile',
  subject: 'toolchain',
  title: { en: 'a CPU profile of scheduling', zh: '调度的 CPU 剖析' },
  schema,
});
