import { claimTable } from '../../../test/claim-table.ts';
import { brewAuditOfDownload } from './brew-audit-of-download.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
const base = {
  tapInfo: ran('brew tap-info', { exit: 1 }),
  fetchAndHash: ran('brew fetch golang-go', {
    exit: 1,
    stderr: 'Error: No available formula with the name "golang-go"',
  }),
  fetchSource: ran('brew fetch go'),
};
const changed = {
  hash: ran('shasum', { stdout: `${'d'.repeat(64)}  go` }),
  audit: ran('brew audit go'),
  fetch: ran('brew fetch', { exit: 1, stderr: 'Error: SHA-256 mismatch' }),
};

claimTable(brewAuditOfDownload, [
  {
    when: 'when only the fetch reports the change',
    outcome: 'refuted',
    evidence: { brew: { ...base, changed } },
    saying: 'SHA-256 mismatch',
  },
  {
    when: 'when the audit does',
    outcome: 'confirmed',
    evidence: {
      brew: {
        ...base,
        changed: { ...changed, audit: ran('brew audit', { exit: 1, stderr: 'checksum mismatch' }) },
      },
    },
  },
  { when: 'when there was nothing to change', outcome: 'inconclusive', evidence: { brew: base } },
]);
