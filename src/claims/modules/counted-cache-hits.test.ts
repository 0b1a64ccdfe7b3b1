import { claimTable } from '../../../test/claim-table.ts';
import type { MeteredBuilds } from '../../evidence/modules/metered-builds.ts';
import { countedCacheHits } from './counted-cache-hits.ts';

const OWN = 'goassay.example/metered';

/** As Go 1.26.8 built it. */
function builds(edited: Partial<MeteredBuilds['arms'][number]> = {}): MeteredBuilds {
  const all = ['goassay.example/other', `${OWN}/leaf`, `${OWN}/middle`, `${OWN}/top`].toSorted();
  const own = [`${OWN}/leaf`, `${OWN}/middle`, `${OWN}/top`];
  return {
    imports: { [`${OWN}/leaf`]: [], [`${OWN}/middle`]: [`${OWN}/leaf`] },
    arms: [
      { arm: 'cold', expected: all, missed: all, hits: 0, packages: 4, compiled: 4, gets: 11 },
      { arm: 'warm', expected: [], missed: [], hits: 4, packages: 4, compiled: 0, gets: 15 },
      { arm: 'edited', expected: own, missed: own, hits: 1, packages: 4, compiled: 3, gets: 14, ...edited },
    ],
  };
}

claimTable(countedCacheHits, [
  {
    when: 'when every count is the one known by hand',
    outcome: 'confirmed',
    evidence: { builds: builds() },
    saying: 'cold 0/4, warm 4/4, edited 1/4',
  },
  {
    when: 'when as many packages are missed, and others',
    outcome: 'refuted',
    evidence: { builds: builds({ missed: ['goassay.example/other', `${OWN}/leaf`, `${OWN}/middle`] }) },
  },
  {
    when: 'when the go command compiled more than was known',
    outcome: 'refuted',
    evidence: { builds: builds({ compiled: 4 }) },
    saying: 'edited: 3 missed, 4 compiled, 3 known by hand',
  },
  {
    when: 'when hits are counted that were none',
    outcome: 'refuted',
    evidence: { builds: builds({ hits: 2 }) },
  },
  {
    when: 'when nothing was built',
    outcome: 'inconclusive',
    evidence: { builds: { imports: {}, arms: [] } },
  },
]);
