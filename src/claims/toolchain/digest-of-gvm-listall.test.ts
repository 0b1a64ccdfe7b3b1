import { claimTable } from '../../../test/claim-table.ts';
import { digestOfGvmListall } from './digest-of-gvm-listall.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(digestOfGvmListall, [
  {
    when: 'when no script has such a line',
    outcome: 'refuted',
    evidence: { channels: channels() },
    saying: '300 lines',
  },
  {
    when: 'when one has',
    outcome: 'confirmed',
    evidence: {
      channels: channels({ gvm: { digestLines: ['shasum -c go.1.26.checksum', 'gpg --verify'] } }),
    },
  },
  {
    when: 'when gvm cannot be asked',
    outcome: 'inconclusive',
    evidence: { channels: channels({ gvm: { status: 503 } }) },
  },
]);
