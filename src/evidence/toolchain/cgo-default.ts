import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** `go env CGO_ENABLED` with the variable and the settings file out of the way, on the user's PATH. */
  native: recordedRunSchema,
  /** The C compiler that Go would use, and where PATH has it. */
  compiler: z.object({ name: z.string(), path: z.string().optional() }),
  /** On a PATH that has nothing on it. */
  withoutCompiler: recordedRunSchema,
  /** For another architecture. */
  foreign: z.object({ goarch: z.string(), run: recordedRunSchema }),
  /** What the user's own settings make of it. */
  own: z.string().optional(),
});

export type CgoDefault = z.infer<typeof schema>;

/** Whether cgo is on when nobody says so. */
export const cgoDefault = kind<CgoDefault>({
  id: 'cgo-default',
  subject: 'toolchain',
  title: { en: 'the default of CGO_ENABLED', zh: 'CGO_ENABLED 的默认值' },
  schema,
});
