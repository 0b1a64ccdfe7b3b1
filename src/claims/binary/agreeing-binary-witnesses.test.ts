import { claimTable } from '../../../test/claim-table.ts';
import { elfBinary, machoBinary, versionEntry } from '../../../test/sample-binaries.ts';
import { agreeingBinaryWitnesses } from './agreeing-binary-witnesses.ts';

const table = (quantum: number) => ({ functionTable: { layout: '1.20', quantum, pointerSize: 8 } });
const named = <T extends { path: string }>(binary: T, name: string): T => ({
  ...binary,
  path: `$SCRATCH/${name}`,
});
const entry = (name: string, goarch: string) => versionEntry(name, [`GOARCH=${goarch}`]);
const nothing = {
  go: undefined,
  darwinArm64: undefined,
  darwinAmd64: undefined,
  linuxArm64: undefined,
  linuxAmd64: undefined,
  myapp: undefined,
};
const go = named(elfBinary({ architecture: 'amd64', machine: 62, slice: table(1) }), 'go');
const darwinArm64 = named(machoBinary(), 'hello-arm64');

claimTable(agreeingBinaryWitnesses, [
  {
    when: 'when all three agree on each',
    outcome: 'confirmed',
    evidence: {
      ...nothing,
      go,
      darwinArm64,
      listing: { listings: [entry('go', 'amd64'), entry('hello-arm64', 'arm64')] },
    },
    saying: 'go amd64, hello-arm64 arm64',
  },
  {
    when: 'when the build information was forged',
    outcome: 'refuted',
    evidence: {
      ...nothing,
      go: named(elfBinary({ architecture: 'amd64', machine: 62, goarch: 'arm64' }), 'go'),
      listing: { listings: [entry('go', 'arm64')] },
    },
    saying: 'the header says amd64, the build information arm64',
  },
  {
    when: 'when header and metadata were forged but the function table was not',
    outcome: 'refuted',
    evidence: {
      ...nothing,
      linuxArm64: named(elfBinary({ slice: table(1) }), 'hello-linux-arm64'),
      listing: { listings: [entry('hello-linux-arm64', 'arm64')] },
    },
    saying: 'a pc quantum of 1',
  },
  {
    when: 'when go version -m prints something else',
    outcome: 'refuted',
    evidence: { ...nothing, darwinArm64, listing: { listings: [entry('hello-arm64', 'amd64')] } },
  },
  {
    when: 'when the only binary is older than Go 1.18',
    outcome: 'inconclusive',
    evidence: {
      ...nothing,
      go: { ...go, buildInfo: undefined },
      listing: { listings: [versionEntry('go', [])] },
    },
  },
  {
    when: 'when nothing could be read',
    outcome: 'inconclusive',
    evidence: { ...nothing, listing: { listings: [] } },
  },
]);
