import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { supportedGoRelease } from './supported-go-release.ts';

const today = { day: '2026-11-24' };

/** Days and versions from the release history of go.dev. */
claimTable(supportedGoRelease, [
  {
    when: 'for the newest release',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.27.4'), today },
    saying: '2026-11-02',
  },
  {
    when: 'for the newest patch of the line before',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.26.11'), today },
  },
  {
    when: 'for an older patch of a supported line',
    outcome: 'refuted',
    evidence: { go: goOf('go1.26.4'), today },
    saying:
      '7 releases behind go1.26.11 (2026-11-02); 2 of them mend vulnerabilities, of 4 the table cannot tell',
  },
  {
    when: 'for the release the whitepaper names',
    outcome: 'refuted',
    evidence: { go: goOf('go1.22.5', 'darwin', 'arm64'), today },
    saying: 'no repairs since 2025-02-11',
  },
  {
    when: 'for a release of before the patch table',
    outcome: 'refuted',
    evidence: { go: goOf('go1.19.8'), today },
  },
  {
    when: 'for a candidate of a line that is out',
    outcome: 'refuted',
    evidence: { go: goOf('go1.27rc1'), today },
  },
  {
    when: 'for a candidate of the next line',
    outcome: 'inconclusive',
    evidence: { go: goOf('go1.28rc1'), today },
  },
  {
    when: 'for a tree of one’s own',
    outcome: 'inconclusive',
    evidence: { go: goOf('devel go1.28-0abcdef'), today },
  },
  {
    when: 'when the table is old',
    outcome: 'inconclusive',
    evidence: { go: goOf('go1.27.4'), today: { day: '2027-03-01' } },
    saying: '97 days old',
  },
  {
    when: 'when the table is old but support had ended before it',
    outcome: 'refuted',
    evidence: { go: goOf('go1.24.9'), today: { day: '2027-03-01' } },
  },
]);
