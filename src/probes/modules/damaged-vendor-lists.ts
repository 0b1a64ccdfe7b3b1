import { damagedVendorLists } from '../../evidence/modules/damaged-vendor-lists.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { probe } from '../probe.ts';
import { playedTrials } from './play-trials.ts';
import { STRICTNESS_SCENARIOS } from './vendor-scenarios.ts';

/** Two hundred go commands. */
export const damagedVendorListsProbe = probe({
  gathers: damagedVendorLists,
  needs: { go: goUnderTest },
  cost: { time: 'minutes', turn: 'build here', writes: ['the Go build cache'], profile: 'full' },
  gather(host, { go }) {
    return playedTrials(host, go, STRICTNESS_SCENARIOS);
  },
});
