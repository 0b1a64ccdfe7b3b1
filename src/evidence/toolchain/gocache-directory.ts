import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const buildSchema = z.object({
  run: recordedRunSchema,
  /** Files in ~/tmp/go-build-cache afterwards. */
  inNamed: z.number(),
  /** Files in the default cache of that home afterwards. */
  inDefault: z.number(),
});

const schema = z.object({
  /** What `go env GOCACHE` says in the scratch home when nothing is set. */
  defaultCache: z.string(),
  /** Files there before. */
  before: z.number(),
  /** The setting as printed, expanded by the shell. */
  printed: buildSchema,
  /** With the tilde in quotes, so that no shell expands it. */
  quoted: buildSchema,
});

export type GocacheDirectory = z.infer<typeof schema>;

/** Which cache a build writes when GOCACHE names a directory below the home directory. */
export const gocacheDirectory = kind<GocacheDirectory>({
  id: 'gocache-directory',
  subject: 'toolchain',
  title: { en: 'builds with GOCACHE=~/tmp/go-build-cache', zh: '设 GOCACHE=~/tmp/go-build-cache 的构建' },
  schema,
});
