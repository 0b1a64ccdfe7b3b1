import { claimTable } from '../../../test/claim-table.ts';
import { AMD64, install, installs } from '../../../test/sample-go-installs.ts';
import { hardware } from '../../../test/sample-translation.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { nativeGoCommand } from './native-go-command.ts';

const native = installs([install('/usr/local/go', 'go1.26.8')]);
const intel = installs([install('/usr/local/go', 'go1.22.5', { header: AMD64 })]);
const silicon = hardware('arm64');
const tools = install('/usr/local/go', 'go1.26.8').tools;

claimTable(nativeGoCommand, [
  {
    when: 'for an arm64 Go on Apple silicon',
    outcome: 'confirmed',
    evidence: { go: goOf('go1.26.8', 'darwin', 'arm64'), found: native, machine: silicon },
    saying: 'All 5 witnesses of go1.26.8 say arm64',
  },
  {
    when: 'for an arm64 Go on a Graviton',
    outcome: 'confirmed',
    evidence: {
      go: goOf('go1.26.8', 'linux', 'arm64'),
      found: native,
      machine: hardware('arm64'),
    },
  },
  {
    when: 'for an amd64 Go on Apple silicon, although the translated uname agrees with it',
    outcome: 'refuted',
    evidence: {
      go: goOf('go1.22.5', 'darwin', 'amd64'),
      found: intel,
      machine: hardware('arm64', 'amd64'),
    },
    saying: 'The hardware is arm64, but 5 of 5 witnesses of go1.22.5 are not',
  },
  {
    when: 'for an arm64 Go under qemu-user on an x86 machine',
    outcome: 'refuted',
    evidence: {
      go: goOf('go1.26.8', 'linux', 'arm64'),
      found: native,
      machine: hardware('amd64', 'arm64'),
    },
    saying: 'hardware is amd64',
  },
  {
    when: 'for a tree whose linker is of another architecture',
    outcome: 'refuted',
    evidence: {
      go: goOf('go1.26.8', 'darwin', 'arm64'),
      found: installs([
        install('/usr/local/go', 'go1.26.8', {
          tools: tools.map((tool) => (tool.name === 'link' ? { ...tool, header: AMD64 } : tool)),
        }),
      ]),
      machine: silicon,
    },
    saying: 'link (mach-o): amd64',
  },
  {
    when: 'when only two witnesses can be heard',
    outcome: 'inconclusive',
    evidence: { go: goOf('go1.26.8', 'darwin', 'arm64'), found: installs([]), machine: silicon },
  },
  {
    when: 'when the hardware says nothing',
    outcome: 'inconclusive',
    evidence: {
      go: goOf('go1.26.8', 'linux', 'riscv64'),
      found: native,
      machine: { witnesses: [] },
    },
  },
]);
