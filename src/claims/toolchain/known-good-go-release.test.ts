import { claimTable } from '../../../test/claim-table.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { knownGoodGoRelease } from './known-good-go-release.ts';

const mac = (release: string) => ({
  system: 'darwin',
  kernel: 'Darwin 25.1.0',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
  release,
});

/** Versions from the issues that evidence/toolchain/go-defects.ts cites. */
claimTable(knownGoodGoRelease, [
  {
    when: 'for the newest release',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.27.4', 'darwin', 'arm64'), system: mac('macOS 26.1') },
  },
  {
    when: 'for a Go that writes no LC_UUID, on macOS 26',
    outcome: 'refuted',
    evidence: { go: goOf('go1.23.12', 'darwin', 'arm64'), system: mac('macOS 26.1') },
    saying: 'golang/go#68678',
  },
  {
    when: 'for the same Go on macOS 15',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.23.12', 'darwin', 'arm64'), system: mac('macOS 15.6') },
  },
  {
    when: 'for a Go whose collector overlooks pointers on arm64',
    outcome: 'refuted',
    evidence: { go: goOf('go1.26.5', 'linux', 'arm64'), system: undefined },
    saying: 'golang/go#80188',
  },
  {
    when: 'for the same Go on amd64',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.26.5'), system: undefined },
  },
  {
    when: 'for a tree of one’s own',
    outcome: 'inconclusive',
    evidence: { go: goOf('devel go1.28-0abcdef'), system: undefined },
  },
]);
