import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const contentsSchema = z.object({
  directory: z.string(),
  files: z.number(),
  /** Files that are, byte for byte, the source of the module that the build needed. */
  moduleSources: z.number(),
  /** Files that begin as object archives do: compiled packages. */
  compiledPackages: z.number(),
});

const schema = z.object({
  /** `go env GOCACHE GOMODCACHE` with both set to fresh directories. */
  asked: recordedRunSchema,
  /** A build that needs another module, from a module proxy made of files. */
  build: recordedRunSchema,
  goCache: contentsSchema,
  goModCache: contentsSchema,
});

export type CacheContents = z.infer<typeof schema>;

/** Where one build's compiled packages and module sources went. */
export const cacheContents = kind<CacheContents>({
  id: 'cache-contents',
  subject: 'toolchain',
  title: { en: 'the contents of fresh caches', zh: '全新缓存的内容' },
  schema,
});
