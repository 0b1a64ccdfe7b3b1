import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.array(
  z.object({
    settings: z.object({
      goproxy: z.string(),
      gonoproxy: z.string(),
      gonosumdb: z.string(),
      gosumdb: z.string(),
      defaultSumdb: z.string(),
    }),
    module: z.object({ path: z.string(), version: z.string() }),
    answers: z.array(z.object({ host: z.string(), kind: z.string().optional(), status: z.number() })),
    /** "scheme://host/path" in order, each once, tiles left out. */
    requests: z.array(z.string()),
  }),
);

export type EgressTrials = z.infer<typeof schema>;

/** The requests of the real go command under many configurations, recorded in the rig. */
export const egressTrials = kind<EgressTrials>({
  id: 'egress-trials',
  subject: 'toolchain',
  title: { en: 'recorded requests under many configurations', zh: '多种配置下记录到的请求' },
  schema,
});
