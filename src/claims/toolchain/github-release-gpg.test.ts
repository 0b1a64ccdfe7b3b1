import { claimTable } from '../../../test/claim-table.ts';
import { githubReleaseGpg } from './github-release-gpg.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(githubReleaseGpg, [
  {
    when: 'when there are digests only',
    outcome: 'refuted',
    evidence: { channels: channels() },
    saying: '8 SHA-256',
  },
  {
    when: 'when a signature is named',
    outcome: 'confirmed',
    evidence: { channels: channels({ homebrew: { signatureWords: ['.asc'] } }) },
  },
  {
    when: 'when it cannot be asked',
    outcome: 'inconclusive',
    evidence: { channels: channels({ homebrew: { formula: { url: 'x', status: 500 } } }) },
  },
]);
