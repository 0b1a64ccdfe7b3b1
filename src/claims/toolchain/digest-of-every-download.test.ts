import { claimTable } from '../../../test/claim-table.ts';
import { digestOfEveryDownload } from './digest-of-every-download.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(digestOfEveryDownload, [
  {
    when: 'when every file has a digest',
    outcome: 'confirmed',
    evidence: { channels: channels() },
    saying: 'all 2 files',
  },
  {
    when: 'when one has none',
    outcome: 'refuted',
    evidence: { channels: channels({ official: { files: [{ name: 'go1.pkg', sha256: '' }] } }) },
    saying: 'go1.pkg',
  },
  {
    when: 'when the list cannot be had',
    outcome: 'inconclusive',
    evidence: {
      channels: channels({ official: { listing: { url: 'x', trouble: 'Cannot ask' }, files: [] } }),
    },
  },
]);
