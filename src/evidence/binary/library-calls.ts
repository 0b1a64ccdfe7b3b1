/**
 * What bytes.Equal and strings.Index come to in an arm64 program: the functions that their calls
 * lead to, the words of each, and the line of assembly that defines it, if one does.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  calls: z.array(
    z.object({
      /** As one writes it in Go: "bytes.Equal". */
      call: z.string(),
      reaches: z.array(
        z.object({
          function: z.string(),
          address: z.number(),
          words: z.array(z.number()),
          /** The TEXT line in GOROOT/src; absent if no assembly defines it. */
          assembly: z.object({ file: z.string(), line: z.number() }).optional(),
        }),
      ),
    }),
  ),
});

export type LibraryCalls = z.infer<typeof schema>;

export const libraryCalls = kind<LibraryCalls>({
  id: 'library-calls',
  subject: 'binary',
  title: { en: 'what bytes.Equal and strings.Index run', zh: 'bytes.Equal 与 strings.Index 所运行的代码' },
  schema,
});
