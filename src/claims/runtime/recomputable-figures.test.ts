import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { PRINTED_BASELINE } from '../../evidence/toolchain/printed-baseline.ts';
import { recomputableFigures } from './recomputable-figures.ts';

const runs = {
  native: 'amd64',
  translated: 'arm64',
  means: 'qemu-user',
  observations: sampleArms([
    { name: 'native', wallMs: around(10) },
    { name: 'translated', wallMs: around(80) },
  ]),
};
const failed = {
  ...runs,
  observations: {
    ...runs.observations,
    runs: runs.observations.runs.map((run) => ({ ...run, exit: 2 })),
  },
};
const evidence = {
  json: runs,
  builds: { ...runs, products: {} },
  starts: runs,
  baseline: PRINTED_BASELINE,
};

claimTable(recomputableFigures, [
  {
    when: 'when every figure has its runs',
    outcome: 'confirmed',
    evidence,
    saying: 'from 48 rounds of raw runs',
  },
  {
    when: 'when every run behind a figure failed',
    outcome: 'refuted',
    evidence: { ...evidence, starts: failed },
    saying: 'start of hello: run, and no valid round',
  },
  {
    when: 'when an experiment was not run',
    outcome: 'inconclusive',
    evidence: { ...evidence, json: undefined },
    saying: 'Not run here: json-iterator benchmarks',
  },
]);
