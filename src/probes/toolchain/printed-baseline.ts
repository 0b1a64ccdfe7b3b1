import { PRINTED_BASELINE, printedBaseline } from '../../evidence/toolchain/printed-baseline.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

/** Part of the run, so that an old dossier is judged by the table that it was gathered with. */
export const printedBaselineProbe = probe({
  gathers: printedBaseline,
  cost: { time: 'instant' },
  gather: () => Promise.resolve(known(PRINTED_BASELINE)),
});
