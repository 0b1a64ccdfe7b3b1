import { claimTable } from '../../../test/claim-table.ts';
import { SETTINGS, versionEntry } from '../../../test/sample-binaries.ts';
import { versionMMetadata } from './version-m-metadata.ts';

const NAMES = ['hello-arm64', 'hello-amd64', 'hello-linux-arm64', 'hello-linux-amd64'];

claimTable(versionMMetadata, [
  {
    when: 'when all four facts are printed for all four targets',
    outcome: 'confirmed',
    evidence: { listing: { listings: NAMES.map((name) => versionEntry(name)) } },
  },
  {
    when: 'when CGO_ENABLED is missing for one',
    outcome: 'refuted',
    evidence: {
      listing: {
        listings: NAMES.map((name) =>
          versionEntry(
            name,
            name === 'hello-amd64' ? SETTINGS.filter((one) => !one.startsWith('CGO')) : SETTINGS,
          ),
        ),
      },
    },
    saying: 'hello-amd64',
  },
  {
    when: 'when a target could not be built',
    outcome: 'inconclusive',
    evidence: { listing: { listings: [versionEntry('hello-arm64')] } },
  },
]);
