import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { probe } from '../probe.ts';
import { playedTrials } from './play-trials.ts';
import { VENDOR_SCENARIOS } from './vendor-scenarios.ts';

export const vendorTrialsProbe = probe({
  gathers: vendorTrials,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  gather(host, { go }) {
    return playedTrials(host, go, VENDOR_SCENARIOS);
  },
});
