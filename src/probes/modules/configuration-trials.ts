import { configurationTrials } from '../../evidence/modules/configuration-trials.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { probe } from '../probe.ts';
import { CONFIGURATION_SCENARIOS } from './configuration-scenarios.ts';
import { playedTrials } from './play-trials.ts';

export const configurationTrialsProbe = probe({
  gathers: configurationTrials,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', early: true, turn: 'build here', writes: ['the Go build cache'] },
  gather(host, { go }) {
    return playedTrials(host, go, CONFIGURATION_SCENARIOS);
  },
});
