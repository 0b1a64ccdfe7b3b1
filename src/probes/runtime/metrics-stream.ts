import * as z from 'zod';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { metricsStream } from '../../evidence/runtime/metrics-stream.ts';
import { known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { askSpecimen } from './metrics-specimen.ts';

const SNAPSHOTS = '3';

const readBackSchema = z.object({
  readBack: z.object({
    values: z.number(),
    buckets: z.number(),
    infinities: z.number(),
    differences: z.array(z.string()).nullable(),
    plainError: z.string(),
  }),
});

const recordSchema = z.record(
  z.string(),
  z.looseObject({ buckets: z.array(z.union([z.number(), z.string()])).optional() }),
);

export const metricsStreamProbe = probe({
  gathers: metricsStream,
  needs: { program: of(product, PRODUCTS.metricsHere) },
  cost: { time: 'instant' },
  async gather(host, { program }) {
    const documents = await askSpecimen(host, program, ['-stream', SNAPSHOTS]);
    const { readBack } = readBackSchema.parse(documents.at(-1));
    const records = documents.slice(0, -1).map((document) => recordSchema.safeParse(document));
    const read = records.flatMap(({ data }) => (data ? [Object.values(data)] : []));
    return known({
      ...readBack,
      differences: readBack.differences ?? [],
      records: read.length,
      unreadable: records.length - read.length,
      metricsPerRecord: read[0]?.length ?? 0,
      histogramsPerRecord: read[0]?.filter(({ buckets }) => buckets !== undefined).length ?? 0,
    });
  },
});
