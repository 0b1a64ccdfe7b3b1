import { claimTable } from '../../../test/claim-table.ts';
import { AMD64, install, installs } from '../../../test/sample-go-installs.ts';
import { homebrewArchitectureMix } from './homebrew-architecture-mix.ts';

const mac = {
  system: 'darwin',
  kernel: 'Darwin 24.1.0',
  unameMachine: 'arm64',
  processArchitecture: 'arm64',
};
const homebrewPrefixes = [
  { prefix: '/opt/homebrew', present: true },
  { prefix: '/usr/local', present: true },
];
const arm = install('/opt/homebrew/Cellar/go/1.27.4/libexec', 'go1.27.4', { manager: 'homebrew' });
const intel = install('/usr/local/Cellar/go/1.22.5/libexec', 'go1.22.5', {
  manager: 'homebrew',
  header: AMD64,
});

claimTable(homebrewArchitectureMix, [
  {
    when: 'when both prefixes have a Go of their own architecture',
    outcome: 'confirmed',
    evidence: { found: installs([arm, intel], { homebrewPrefixes }), system: mac },
    saying: '2 Go installs, 2 of them from Homebrew, are amd64 and arm64',
  },
  {
    when: 'when Homebrew is there and everything is arm64',
    outcome: 'refuted',
    evidence: {
      found: installs([arm, install('/usr/local/go', 'go1.26.8')], { homebrewPrefixes }),
      system: mac,
    },
    saying: 'are arm64',
  },
  {
    when: 'when two architectures are there and none is from Homebrew',
    outcome: 'refuted',
    evidence: {
      found: installs([install('/usr/local/go', 'go1.26.8'), { ...intel, manager: 'sdk' }], {
        homebrewPrefixes,
      }),
      system: mac,
    },
  },
  {
    when: 'without Homebrew',
    outcome: 'not-applicable',
    evidence: {
      found: installs([install('/usr/local/go', 'go1.26.8')], {
        homebrewPrefixes: [{ prefix: '/opt/homebrew', present: false }],
      }),
      system: mac,
    },
  },
  {
    when: 'on Linux',
    outcome: 'not-applicable',
    evidence: { found: installs([arm, intel]), system: { ...mac, system: 'linux' } },
  },
]);
