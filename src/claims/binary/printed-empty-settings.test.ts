import { claimTable } from '../../../test/claim-table.ts';
import { versionEntry } from '../../../test/sample-binaries.ts';
import { printedEmptySettings } from './printed-empty-settings.ts';

const PRINTED = ['-tags=', '-gcflags=', '-asmflags=', '-gccgoflags=', '-gccgodefs=', '-gccgo=', '-gc=gc'];

claimTable(printedEmptySettings, [
  {
    when: 'when none of them is printed',
    outcome: 'refuted',
    evidence: { listing: { listings: [versionEntry('myapp')] } },
    saying: '-gccgodefs',
  },
  {
    when: 'when all of them are',
    outcome: 'confirmed',
    evidence: {
      listing: {
        listings: [versionEntry('myapp', PRINTED, ['\tmod\tgithub.com/example/myapp\tv0.1.0\t(./)'])],
      },
    },
  },
  {
    when: 'when the example was not built',
    outcome: 'inconclusive',
    evidence: { listing: { listings: [] } },
  },
]);
