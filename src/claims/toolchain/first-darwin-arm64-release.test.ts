import { claimTable } from '../../../test/claim-table.ts';
import type { GoPorts } from '../../evidence/toolchain/go-ports.ts';
import { firstDarwinArm64Release } from './first-darwin-arm64-release.ts';

function list(version: string, ...names: string[]): GoPorts['lists'][number] {
  const ports = names.map((name) => {
    const [goos = '', goarch = ''] = name.split('/');
    return { goos, goarch, cgoSupported: true };
  });
  return { version, path: '/usr/local/go/bin/go', ports };
}

/** From `go tool dist list` of go1.15.15 and go1.26.8. */
const modern = list('go1.26.8', 'linux/amd64', 'darwin/amd64', 'darwin/arm64', 'ios/arm64');
const old = list('go1.15.15', 'linux/amd64', 'darwin/amd64', 'darwin/arm64');

claimTable(firstDarwinArm64Release, [
  {
    when: 'when a Go from 1.16 on lists it',
    outcome: 'confirmed',
    evidence: { ports: { lists: [modern] } },
    saying: 'go1.16',
  },
  {
    when: 'when an older Go lists it and means iOS',
    outcome: 'confirmed',
    evidence: { ports: { lists: [modern, old] } },
  },
  {
    when: 'when an older Go lists it beside ios/arm64',
    outcome: 'refuted',
    evidence: { ports: { lists: [modern, list('go1.15.15', 'darwin/arm64', 'ios/arm64')] } },
    saying: 'go1.15.15 lists darwin/arm64',
  },
  {
    when: 'when a Go from 1.16 on does not list it',
    outcome: 'refuted',
    evidence: { ports: { lists: [list('go1.26.8', 'linux/amd64')] } },
  },
  { when: 'with an old Go only', outcome: 'inconclusive', evidence: { ports: { lists: [old] } } },
]);
