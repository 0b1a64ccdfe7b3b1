import { claimTable } from '../../../test/claim-table.ts';
import { sampleTranslatedBuilds } from '../../../test/sample-translated-builds.ts';
import { nativeToolchainMemory } from './native-toolchain-memory.ts';

claimTable(nativeToolchainMemory, [
  {
    when: 'when the translated one needs more',
    outcome: 'confirmed',
    evidence: { builds: sampleTranslatedBuilds([10, 20], [100, 120]) },
    saying: '1.2 times as much memory',
  },
  {
    when: 'when it needs less',
    outcome: 'refuted',
    evidence: { builds: sampleTranslatedBuilds([10, 20], [120, 100]) },
  },
]);
