import { claimTable } from '../../../test/claim-table.ts';
import { digestInFormula } from './digest-in-formula.ts';
import { channels } from '../../../test/sample-channels.ts';

claimTable(digestInFormula, [
  {
    when: 'when both say the same',
    outcome: 'confirmed',
    evidence: { channels: channels() },
    saying: 'go1.26.8.src.tar.gz',
  },
  {
    when: 'when they differ',
    outcome: 'refuted',
    evidence: { channels: channels({ homebrew: { sourceSha256: 'b'.repeat(64) } }) },
  },
  {
    when: 'when the formula is of a release that is off the list',
    outcome: 'inconclusive',
    evidence: { channels: channels({ homebrew: { sourceUrl: 'https://go.dev/dl/go1.25.src.tar.gz' } }) },
  },
  {
    when: 'when it cannot be asked',
    outcome: 'inconclusive',
    evidence: {
      channels: channels({
        homebrew: { formula: { url: 'https://formulae.brew.sh', trouble: 'Cannot ask' } },
      }),
    },
  },
]);
