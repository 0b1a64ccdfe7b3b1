import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** One entry per C compiler and target that was asked, answering or not. */
  listings: z.array(
    z.object({
      /** As the compiler names what it compiles for: "aarch64-linux-gnu"; absent if it did not say. */
      machine: z.string().optional(),
      /** The compilation; standard output is the assembly of the c-arguments specimen. */
      run: recordedRunSchema,
    }),
  ),
});

export type CArguments = z.infer<typeof schema>;

/** How the C compilers at hand pass eight integer arguments. */
export const cArguments = kind<CArguments>({
  id: 'c-arguments',
  subject: 'toolchain',
  title: { en: 'how C compilers pass arguments', zh: 'C 编译器如何传递参数' },
  schema,
});
