import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const runSchema = z.object({ exit: z.number().optional(), stderr: z.string() });

const schema = z.object({
  sizeBytes: z.number(),
  /** `go tool trace -d=parsed`: how many stop-the-world ranges it prints as begun. */
  parsed: runSchema.extend({ stopTheWorld: z.number() }),
  /** `go tool trace -pprof=sched`: the size of the profile that it writes. */
  profile: runSchema.extend({ bytes: z.number() }),
  /** Read here; absent where the layout is not one that is read here, with the words why. */
  own: z
    .object({ version: z.string(), events: z.number(), stopTheWorld: z.number(), collections: z.number() })
    .optional(),
  ownTrouble: z.string().optional(),
});

export type ExecutionTrace = z.infer<typeof schema>;

/** An execution trace that the metrics program wrote, read by go tool trace and by goassay. */
export const executionTrace = kind<ExecutionTrace>({
  id: 'execution-trace',
  subject: 'toolchain',
  title: { en: 'an execution trace, read in three ways', zh: '以三种方式读取的执行跟踪' },
  schema,
});
