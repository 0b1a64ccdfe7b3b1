import { claimTable } from '../../../test/claim-table.ts';
import { versionEntry } from '../../../test/sample-binaries.ts';
import { printedBuildLines } from './printed-build-lines.ts';

const REAL = ['-buildmode=exe', '-compiler=gc', '-ldflags="-s -w"', 'GOARCH=arm64'];
const LINES = ['\tpath\tgithub.com/example/myapp', '\tmod\tgithub.com/example/myapp\t(devel)\t'];

claimTable(printedBuildLines, [
  {
    when: 'when all five lines are printed',
    outcome: 'confirmed',
    evidence: { listing: { listings: [versionEntry('myapp', REAL, LINES)] } },
  },
  {
    when: 'when -ldflags is not recorded',
    outcome: 'refuted',
    evidence: { listing: { listings: [versionEntry('myapp', REAL.slice(0, 2), LINES)] } },
    saying: '-ldflags',
  },
  {
    when: 'when the example was not built',
    outcome: 'inconclusive',
    evidence: { listing: { listings: [] } },
  },
]);
