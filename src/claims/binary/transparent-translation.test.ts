import { claimTable } from '../../../test/claim-table.ts';
import { transparentTranslation } from './transparent-translation.ts';

const system = {
  system: 'darwin',
  kernel: 'Darwin 24.1.0',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
  release: 'macOS 15.1',
};
const native = { goarch: 'arm64', exit: 0, translated: 0, stderr: '' };

claimTable(transparentTranslation, [
  {
    when: 'when the amd64 program reads 1',
    outcome: 'confirmed',
    evidence: { system, start: { runs: [native, { goarch: 'amd64', exit: 0, translated: 1, stderr: '' }] } },
  },
  {
    when: 'when the system refuses it',
    outcome: 'refuted',
    evidence: {
      system,
      start: { runs: [native, { goarch: 'amd64', stderr: 'bad CPU type in executable' }] },
    },
    saying: 'bad CPU type',
  },
  {
    when: 'on an Intel Mac',
    outcome: 'not-applicable',
    evidence: {
      system,
      start: {
        runs: [
          { goarch: 'arm64', stderr: 'bad CPU type in executable' },
          { goarch: 'amd64', exit: 0, stderr: '' },
        ],
      },
    },
  },
]);
