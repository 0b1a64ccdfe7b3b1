import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary, notMacho } from '../../../test/sample-binaries.ts';
import { boundSystemSymbols } from './bound-system-symbols.ts';

const symbols = { count: 1, goCount: 0, entryPoints: [], imports: [{ name: '_write' }] };

claimTable(boundSystemSymbols, [
  {
    when: 'when symbols come from libSystem',
    outcome: 'confirmed',
    evidence: { identity: machoBinary() },
    saying: '2 of 2 imported symbols',
  },
  { when: 'when none does', outcome: 'refuted', evidence: { identity: machoBinary({ slice: { symbols } }) } },
  { when: 'when the product is no Mach-O', outcome: 'inconclusive', evidence: { identity: notMacho() } },
]);
