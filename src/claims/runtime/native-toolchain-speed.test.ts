import { claimTable } from '../../../test/claim-table.ts';
import { sampleTranslatedBuilds } from '../../../test/sample-translated-builds.ts';
import { nativeToolchainSpeed } from './native-toolchain-speed.ts';

// 11.9 and 131 s of CPU time: hello with an empty cache under qemu-user 7.2.
claimTable(nativeToolchainSpeed, [
  {
    when: 'when the translated one takes longer',
    outcome: 'confirmed',
    evidence: { builds: sampleTranslatedBuilds([11.9, 131]) },
    saying: '11 times as long',
  },
  {
    when: 'when it takes less',
    outcome: 'refuted',
    evidence: { builds: sampleTranslatedBuilds([12, 10]) },
  },
]);
