import { claimTable } from '../../../test/claim-table.ts';
import { predictedEgress } from './predicted-egress.ts';

const SETTINGS = {
  goproxy: 'https://a.test,https://b.test',
  gonoproxy: '',
  gonosumdb: '',
  gosumdb: 'off',
  defaultSumdb: 'd.test',
};
const FILES = ['info', 'mod', 'zip'].map((kind) => `https://a.test/corp.test/!team/@v/v1.0.0.${kind}`);
const module = { path: 'corp.test/Team', version: 'v1.0.0' };

claimTable(predictedEgress, [
  {
    when: 'when the requests are those of the list',
    outcome: 'confirmed',
    evidence: { egress: [{ settings: SETTINGS, module, answers: [], requests: FILES }] },
    saying: '1 of 1 configurations made exactly the 3 requests',
  },
  {
    when: 'when a request more was made',
    outcome: 'refuted',
    evidence: {
      egress: [
        {
          settings: SETTINGS,
          module,
          answers: [{ host: 'b.test', status: 404 }],
          requests: [...FILES, 'https://b.test/x'],
        },
      ],
    },
    saying: 'GOPROXY=https://a.test,https://b.test',
  },
  { when: 'when nothing was asked', outcome: 'inconclusive', evidence: { egress: [] } },
]);
