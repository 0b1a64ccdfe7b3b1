import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { CONFIGURATION_SCENARIOS } from './configuration-scenarios.ts';
import { playTrials } from './play-trials.ts';

export const configurationTrialsProbe = probe({
  gathers: configurationTrials,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    return known(await playTrials(host, go, CONFIGURATION_SCENARIOS));
  },
});
