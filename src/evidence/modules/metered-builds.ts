import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** What the module is made of: a package, and the packages that it imports. */
  imports: z.record(z.string(), z.array(z.string())),
  arms: z.array(
    z.object({
      arm: z.enum(['cold', 'warm', 'touched', 'edited', 'trimmed', 'vendored']),
      /** Known by hand from how the module is made, before anything is built. */
      expected: z.array(z.string()),
      /** What the tool says that the cache had not, by package. */
      missed: z.array(z.string()),
      hits: z.number(),
      packages: z.number(),
      /** What the go command says that it compiled. */
      compiled: z.number(),
      /** Raw requests to the cache, of which most are no packages. */
      gets: z.number(),
    }),
  ),
});

export type MeteredBuilds = z.infer<typeof schema>;

/** Builds of a module whose cache hits are known by construction, as the cache meter counts them. */
export const meteredBuilds = kind<MeteredBuilds>({
  id: 'metered-builds',
  subject: 'toolchain',
  title: { en: 'cache hits of builds that are known by hand', zh: '事先可由人手推知缓存命中的构建' },
  schema,
});
