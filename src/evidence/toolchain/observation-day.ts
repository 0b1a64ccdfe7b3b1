import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** Year-month-day in UTC, by this machine's clock. */
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
});

export type ObservationDay = z.infer<typeof schema>;

/** The day on which the evidence was gathered: claims have no clock, and releases grow old. */
export const observationDay = kind<ObservationDay>({
  id: 'observation-day',
  subject: 'machine',
  title: { en: 'the day of the run', zh: '采集日期' },
  schema,
});
