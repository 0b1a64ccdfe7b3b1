import { claimTable } from '../../../test/claim-table.ts';
import { hung, ran } from '../../../test/sample-recorded-run.ts';
import { zshrcPathInNewShells } from './zshrc-path-in-new-shells.ts';

const MODES = ['interactive', 'login', 'non-interactive'] as const;
const FOUND = 'PATH=/usr/local/go/bin:/usr/bin:/bin\nGO=/usr/local/go/bin/go\n';
const OTHER = 'PATH=/usr/bin:/bin\nGO=/usr/bin/go\n';

function shells(outputs: readonly string[], installed = true) {
  const seen = outputs.map((stdout, index) => ({
    mode: MODES[index] ?? 'login',
    run: stdout === 'hung' ? hung('zsh') : ran('zsh', { stdout }),
  }));
  return { seen: { zshrc: '', startPath: '/usr/bin:/bin', installed, shells: seen } };
}

claimTable(zshrcPathInNewShells, [
  {
    when: 'when all three find it',
    outcome: 'confirmed',
    evidence: shells([`Welcome!\n${FOUND}`, FOUND, FOUND]),
  },
  {
    when: 'when nothing is installed there but PATH begins with it',
    outcome: 'confirmed',
    evidence: shells(
      [FOUND, FOUND, FOUND].map((text) => text.replace(/GO=.*/, 'GO=')),
      false,
    ),
  },
  {
    when: 'when only the interactive one reads ~/.zshrc',
    outcome: 'refuted',
    evidence: shells([FOUND, OTHER, OTHER]),
    saying: '2 of 3 new shells do not have /usr/local/go/bin first: the login one finds /usr/bin/go',
  },
  {
    when: 'when the login shell finds no go',
    outcome: 'refuted',
    evidence: shells([FOUND, 'PATH=/usr/bin\nGO=\n', FOUND]),
    saying: 'the login one finds no go',
  },
  { when: 'when a shell hangs', outcome: 'inconclusive', evidence: shells([FOUND, 'hung', FOUND]) },
]);
