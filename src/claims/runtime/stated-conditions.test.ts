import { claimTable } from '../../../test/claim-table.ts';
import { sampleArms } from '../../../test/sample-arms.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import type { Shown } from '../../model/kind.ts';
import { PRINTED_BASELINE } from '../../evidence/toolchain/printed-baseline.ts';
import { statedConditions } from './stated-conditions.ts';

const evidence: Shown<typeof statedConditions.needs> = {
  go: goOf('go1.26.8'),
  machine: {
    system: 'linux',
    kernel: 'Linux 6.8.0',
    unameMachine: 'aarch64',
    processArchitecture: 'arm64',
    release: 'Ubuntu 24.04',
  },
  topology: {
    online: 4,
    isolated: [],
    groups: [{ cpus: 4, threadsPerCore: 1, name: 'Neoverse-N1' }],
    caches: [],
    packages: 1,
    nodes: [],
  },
  memory: { totalBytes: 2 ** 34 },
  heard: { witnesses: [{ id: 'exe', about: 'process', says: 'native', raw: '', weight: 'decisive' }] },
  figures: sampleArms([{ name: 'one', wallMs: [1, 1, 1] }]),
  baseline: PRINTED_BASELINE,
};

claimTable(statedConditions, [
  {
    when: 'when all of them stand in the dossier',
    outcome: 'confirmed',
    evidence,
    saying: 'the printed heading states 2 of 6',
  },
  {
    when: 'when the memory does not',
    outcome: 'refuted',
    evidence: { ...evidence, memory: undefined },
    saying: 'memory: not recorded',
  },
  {
    when: 'when the witnesses to translation do not agree',
    outcome: 'refuted',
    evidence: { ...evidence, heard: { witnesses: [] } },
    saying: 'translation: not recorded',
  },
  {
    when: 'when nothing was measured',
    outcome: 'inconclusive',
    evidence: { ...evidence, figures: undefined },
  },
]);
