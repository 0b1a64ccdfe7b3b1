/**
 * The paper's baseline table (§1, 性能基准对比), retyped: what was measured natively and translated, and
 * the improvement printed beside it. The conditions are those of its heading.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { textSchema } from '../../model/text-schema.ts';

const schema = z.object({
  heading: z.string(),
  rows: z.array(
    z.object({
      scene: textSchema,
      native: z.number(),
      translated: z.number(),
      /** As printed: "+60%". */
      improvement: z.string(),
      /** A time is better when it is smaller, and so is memory; the paper computes the two differently. */
      quantity: z.enum(['time', 'memory']),
    }),
  ),
});

export type PrintedBaseline = z.infer<typeof schema>;

export const printedBaseline = kind<PrintedBaseline>({
  id: 'printed-baseline',
  subject: 'toolchain',
  title: { en: 'the printed baseline table', zh: '原文所印的基准表' },
  schema,
});

export const PRINTED_BASELINE: PrintedBaseline = {
  heading: '性能基准对比(Go 1.22.5,M2 Pro 10-core CPU/16GB RAM)',
  rows: [
    {
      scene: { en: 'json-iterator benchmarks', zh: 'json-iterator 基准测试' },
      native: 124,
      translated: 198,
      improvement: '+60%',
      quantity: 'time',
    },
    {
      scene: { en: 'go build of a large command-line project', zh: '大型 CLI 项目的 go build' },
      native: 890,
      translated: 1520,
      improvement: '+71%',
      quantity: 'time',
    },
    {
      scene: { en: 'peak memory (MB)', zh: '内存峰值占用（MB）' },
      native: 412,
      translated: 687,
      improvement: '-40%',
      quantity: 'memory',
    },
  ],
};
