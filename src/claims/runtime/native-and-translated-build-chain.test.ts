import { claimTable } from '../../../test/claim-table.ts';
import { sampleTranslatedBuilds } from '../../../test/sample-translated-builds.ts';
import { nativeAndTranslatedBuildChain } from './native-and-translated-build-chain.ts';

const sound = sampleTranslatedBuilds([10, 100]);
const crashing = {
  ...sound,
  observations: {
    ...sound.observations,
    runs: sound.observations.runs.map((run) =>
      run.arm === 1 ? { ...run, exit: 1, stderr: 'fork/exec compile: exec format error\n' } : run,
    ),
  },
};

claimTable(nativeAndTranslatedBuildChain, [
  {
    when: 'when both build the same bytes',
    outcome: 'confirmed',
    evidence: { builds: sound },
    saying: '10 native and 10 translated',
  },
  {
    when: 'when the translated toolchain fails',
    outcome: 'refuted',
    evidence: { builds: crashing },
    saying: 'exec format error',
  },
  {
    when: 'when it builds another program',
    outcome: 'refuted',
    evidence: { builds: { ...sound, products: { native: 'a', translated: 'b' } } },
  },
]);
