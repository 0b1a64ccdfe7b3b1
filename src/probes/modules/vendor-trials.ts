import { vendorTrials } from '../../evidence/modules/vendor-trials.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { playTrials } from './play-trials.ts';
import { VENDOR_SCENARIOS } from './vendor-scenarios.ts';

export const vendorTrialsProbe = probe({
  gathers: vendorTrials,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    return known(await playTrials(host, go, VENDOR_SCENARIOS));
  },
});
