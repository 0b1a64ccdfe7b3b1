import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { observationsSchema } from '../observations.ts';

const schema = z.object({
  /** Of the programs: that of the machine. */
  goarch: z.string(),
  /** The releases that built them, the older first. */
  versions: z.array(z.string()),
  /** An arm for each release. */
  observations: observationsSchema,
});

export type TlsThroughput = z.infer<typeof schema>;

/** The same TLS program, built by the last Go 1.17 and the first Go 1.18 for this machine. */
export const tlsThroughput = kind<TlsThroughput>({
  id: 'tls-throughput',
  subject: 'toolchain',
  title: { en: 'TLS by Go 1.17 and Go 1.18', zh: 'Go 1.17 与 Go 1.18 的 TLS 吞吐' },
  schema,
});
