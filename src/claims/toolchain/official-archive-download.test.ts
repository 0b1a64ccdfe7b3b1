import { claimTable } from '../../../test/claim-table.ts';
import { hung, ran } from '../../../test/sample-recorded-run.ts';
import { officialArchiveDownload } from './official-archive-download.ts';

const name = 'go1.22.5.darwin-arm64.tar.gz';
const official = {
  sizeBytes: 66_000_000,
  sha256: '4cd1bcb05be03cec4cd1bcb05be03cec4cd1bcb05be03cec4cd1bcb05be03cec',
};
const curl = `curl -OL https://go.dev/dl/${name}`;
const listing = ran('curl -fsSL', { stdout: '312 releases' });

claimTable(officialArchiveDownload, [
  {
    when: 'when size and digest agree',
    outcome: 'confirmed',
    evidence: { archive: { download: ran(curl), file: { name, ...official }, listing, official } },
    saying: '4cd1bcb05be03cec',
  },
  {
    when: 'when the host answers with an error page, which curl saves',
    outcome: 'refuted',
    evidence: {
      archive: {
        download: ran(curl),
        file: { name, sizeBytes: 1253, sha256: 'e3b0c44298fc1c149afbf4c8996fb924' },
        listing,
        official,
      },
    },
    saying: '1253 bytes',
  },
  {
    when: 'when curl fails and leaves nothing',
    outcome: 'refuted',
    evidence: {
      archive: { download: ran(curl, { exit: 56, stderr: 'curl: (56) Recv failure' }), listing, official },
    },
  },
  {
    when: 'when there is no network',
    outcome: 'inconclusive',
    evidence: {
      archive: {
        download: ran(curl, { exit: 6, stderr: 'curl: (6) Could not resolve host: go.dev' }),
        listing,
      },
    },
    saying: 'Could not resolve host',
  },
  {
    when: 'when the download does not end',
    outcome: 'inconclusive',
    evidence: { archive: { download: hung(curl), listing } },
  },
  {
    when: 'when the list cannot be had',
    outcome: 'inconclusive',
    evidence: {
      archive: {
        download: ran(curl),
        file: { name, ...official },
        listing: ran('curl -fsSL', { stdout: '0 releases' }),
      },
    },
  },
]);
