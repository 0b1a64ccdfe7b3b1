import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { portOriginsWith } from '../../../test/sample-port-origins.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { firstNativeAppleRelease } from './first-native-apple-release.ts';

/** On an M1 with the darwin/arm64 archive. */
const seen = {
  hardware: ran('sysctl -n hw.optional.arm64', { stdout: '1\n' }),
  goProcess: ran('go', { stdout: '0\n' }),
  listing: '',
  build: ran('go build'),
  goArchitectures: ['arm64'],
  programArchitectures: ['arm64'],
};
const go = goOf('go1.16.15', 'darwin', 'arm64');

claimTable(firstNativeAppleRelease, [
  {
    when: 'when a 1.16 starts untranslated on Apple silicon',
    outcome: 'confirmed',
    evidence: { origins: portOriginsWith(), go, seen },
    saying: 'proc_translated = 0',
  },
  {
    when: 'when it starts translated',
    outcome: 'refuted',
    evidence: { origins: portOriginsWith(), go, seen: { ...seen, goProcess: ran('go', { stdout: '1\n' }) } },
  },
  {
    when: 'when an earlier release has the port',
    outcome: 'refuted',
    evidence: { origins: portOriginsWith({ 'darwin/arm64': 'go1.15' }), go, seen },
    saying: 'earlier than 1.16',
  },
  {
    when: 'where no Mac is at hand',
    outcome: 'inconclusive',
    evidence: { origins: portOriginsWith(), go: goOf('go1.26.8'), seen: undefined },
    saying: 'no Go 1.16 was started',
  },
  {
    when: 'without a table',
    outcome: 'inconclusive',
    evidence: { origins: { origins: [] }, go, seen },
  },
]);
