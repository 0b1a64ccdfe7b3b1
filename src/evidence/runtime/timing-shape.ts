import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  runs: z.array(
    z.object({
      /** How it was started. */
      arm: z.enum(['native', 'translated']),
      goarch: z.string(),
      /** Least time of one piece of work. */
      nanoseconds: z.object({
        aes: z.number(),
        sha256: z.number(),
        crc32: z.number(),
        integer: z.number(),
      }),
      /** Start to exit. */
      wallMs: z.number(),
    }),
  ),
  /** What translated the one arm; absent where nothing here does. */
  means: z.string().optional(),
});

export type TimingShape = z.infer<typeof schema>;
export type ShapeTimes = TimingShape['runs'][number]['nanoseconds'];

/** Work that has instructions of its own and work that has none, timed natively and translated. */
export const timingShape = kind<TimingShape>({
  id: 'timing-shape',
  subject: 'toolchain',
  title: { en: 'the shape of timings, native and translated', zh: '原生与转译的计时形态' },
  schema,
});
