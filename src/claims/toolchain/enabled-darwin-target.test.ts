import { claimTable } from '../../../test/claim-table.ts';
import { builtProduct, elfBinary, FAILED_BUILD, machoBinary } from '../../../test/sample-binaries.ts';
import type { GoPorts } from '../../evidence/toolchain/go-ports.ts';
import { enabledDarwinTarget } from './enabled-darwin-target.ts';

/** As go1.26.8 lists it. */
const PORT = { goos: 'darwin', goarch: 'arm64', cgoSupported: true, firstClass: true };

function listed(changes: Partial<GoPorts['lists'][number]['ports'][number]> = {}): GoPorts {
  return { lists: [{ version: 'go1.26.8', path: '/usr/local/go/bin/go', ports: [{ ...PORT, ...changes }] }] };
}

const built = builtProduct();
const identity = machoBinary();

claimTable(enabledDarwinTarget, [
  {
    when: 'as go1.26.8 lists and builds it',
    outcome: 'confirmed',
    evidence: { ports: listed(), built, identity },
    saying: '(mach-o arm64)',
  },
  {
    when: 'when it is not listed',
    outcome: 'refuted',
    evidence: { ports: listed({ goos: 'ios' }), built, identity },
    saying: 'does not list darwin/arm64 among its 1 ports',
  },
  {
    when: 'when it is second class',
    outcome: 'refuted',
    evidence: { ports: listed({ firstClass: false }), built, identity },
  },
  {
    when: 'when the build fails',
    outcome: 'refuted',
    evidence: { ports: listed(), built: FAILED_BUILD, identity: undefined },
    saying: 'not in std',
  },
  {
    when: 'when the build makes something else',
    outcome: 'refuted',
    evidence: { ports: listed(), built, identity: elfBinary() },
    saying: 'elf arm64',
  },
  {
    when: 'when the list is of Go 1.18 or before',
    outcome: 'inconclusive',
    evidence: {
      ports: {
        lists: [
          {
            version: 'go1.18.10',
            path: '/go',
            ports: [{ goos: 'darwin', goarch: 'arm64', cgoSupported: true }],
          },
        ],
      },
      built,
      identity,
    },
  },
]);
