import { observationDay } from '../../evidence/toolchain/observation-day.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

export const observationDayProbe = probe({
  gathers: observationDay,
  cost: { time: 'instant' },
  gather: (host) => Promise.resolve(known({ day: new Date(host.now()).toISOString().slice(0, 10) })),
});
