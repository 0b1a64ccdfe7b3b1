import { claimTable } from '../../../test/claim-table.ts';
import { signedChannels } from './signed-channels.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(signedChannels, [
  {
    when: 'when only the official archive is signed',
    outcome: 'refuted',
    evidence: { channels: channels() },
    saying: 'Homebrew and gvm',
  },
  {
    when: 'when all are',
    outcome: 'confirmed',
    evidence: {
      channels: channels({
        homebrew: { signatureWords: ['gpg'] },
        gvm: { signatureLines: ['gpg --verify'] },
      }),
    },
  },
  {
    when: 'when the others are and the official site cannot be asked',
    outcome: 'inconclusive',
    evidence: {
      channels: channels({
        official: { asc: { url: 'https://go.dev', status: 403 } },
        homebrew: { signatureWords: ['gpg'] },
        gvm: { signatureLines: ['gpg'] },
      }),
    },
  },
]);
