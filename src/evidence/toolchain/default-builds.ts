import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  builds: z.array(
    z.object({
      path: z.string(),
      version: z.string(),
      build: recordedRunSchema,
      /** Of the result, by its own header. */
      format: z.string().optional(),
      architectures: z.array(z.string()),
    }),
  ),
});

export type DefaultBuilds = z.infer<typeof schema>;

/** What every Go on PATH builds when GOARCH is not set. */
export const defaultBuilds = kind<DefaultBuilds>({
  id: 'default-builds',
  subject: 'machine',
  title: { en: 'builds with GOARCH unset', zh: '未设置 GOARCH 的构建' },
  schema,
});
