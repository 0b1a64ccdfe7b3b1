import { claimTable } from '../../../test/claim-table.ts';
import { archiveSignatureFile } from './archive-signature-file.ts';
import { channels } from '../../../test/sample-channels.ts';

const sig = { url: 'https://go.dev/dl/x.sig', status: 200 };

claimTable(archiveSignatureFile, [
  {
    when: 'when there is an .asc only',
    outcome: 'refuted',
    evidence: { channels: channels() },
    saying: '.asc exists',
  },
  {
    when: 'when gpg accepts the .sig',
    outcome: 'confirmed',
    evidence: { channels: channels({ official: { sig, gpg: { exit: 0, stderr: 'gpg: Good signature' } } }) },
  },
  {
    when: 'when gpg has no key for it',
    outcome: 'inconclusive',
    evidence: {
      channels: channels({
        official: { sig, gpg: { exit: 2, stderr: "gpg: Can't check signature: No public key" } },
      }),
    },
    saying: 'No public key',
  },
  {
    when: 'when the site refuses',
    outcome: 'inconclusive',
    evidence: { channels: channels({ official: { sig: { url: 'x', status: 403 } } }) },
  },
]);
