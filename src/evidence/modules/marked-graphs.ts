import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** Modules marked in the graph before anything was planted. */
  pristine: z.array(z.string()),
  planted: z.array(
    z.object({
      change: z.string(),
      /** Where it was planted. */
      module: z.string(),
      marked: z.array(z.string()),
    }),
  ),
});

export type MarkedGraphs = z.infer<typeof schema>;

/** Which modules the graph marks after changes were planted in vendor/ and go.mod. */
export const markedGraphs = kind<MarkedGraphs>({
  id: 'marked-graphs',
  subject: 'toolchain',
  title: { en: 'module graphs with planted inconsistencies', zh: '植入不一致之后的模块图' },
  schema,
});
