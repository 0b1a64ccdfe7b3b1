import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** `GOCACHE=off go build` on a one-file program. */
  build: recordedRunSchema,
  /** The same program without the setting, so that a failure can be laid at its door. */
  control: recordedRunSchema,
});

export type GocacheOff = z.infer<typeof schema>;

/** What go build does under GOCACHE=off. */
export const gocacheOff = kind<GocacheOff>({
  id: 'gocache-off',
  subject: 'toolchain',
  title: { en: 'a build with GOCACHE=off', zh: 'GOCACHE=off 的构建' },
  schema,
});
