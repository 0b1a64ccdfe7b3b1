import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const lineSchema = z.object({ file: z.string(), line: z.number(), text: z.string() });

const schema = z.object({
  /** Files of package runtime as `go list` selects them. */
  darwinArm64: z.array(z.string()),
  linuxArm64: z.array(z.string()),
  /** The body of the function that changes a goroutine's state. */
  casgstatus: z.array(lineSchema),
  /** Every call of atomic.LoadAcq and atomic.StoreRel, and their variants, in proc.go. */
  acquireRelease: z.array(lineSchema),
  /** The body of what runtime.Gosched does on the system stack. */
  goschedImpl: z.array(lineSchema),
  /** Calls of procresize, each with the function that it stands in. */
  procresizeCallers: z.array(lineSchema.extend({ within: z.string() })),
});

export type SchedulerSources = z.infer<typeof schema>;

/** What the sources of package runtime say of the scheduler. */
export const schedulerSources = kind<SchedulerSources>({
  id: 'scheduler-sources',
  subject: 'toolchain',
  title: { en: 'the sources of Go’s scheduler', zh: 'Go 调度器的源代码' },
  schema,
});
