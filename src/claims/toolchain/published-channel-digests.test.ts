import { claimTable } from '../../../test/claim-table.ts';
import { publishedChannelDigests } from './published-channel-digests.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(publishedChannelDigests, [
  { when: 'when gvm has none', outcome: 'refuted', evidence: { channels: channels() }, saying: 'gvm' },
  {
    when: 'when all have',
    outcome: 'confirmed',
    evidence: { channels: channels({ gvm: { digestLines: ['sha256sum -c'] } }) },
  },
  {
    when: 'when gvm cannot be asked',
    outcome: 'inconclusive',
    evidence: { channels: channels({ gvm: { status: 403 } }) },
  },
]);
