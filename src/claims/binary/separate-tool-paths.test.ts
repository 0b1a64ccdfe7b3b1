import { claimTable } from '../../../test/claim-table.ts';
import { separateToolPaths } from './separate-tool-paths.ts';

const tools = (directory: string, architecture = 'amd64') =>
  ['asm', 'compile', 'link'].map((name) => ({
    name,
    path: `${directory}/${name}`,
    architectures: [architecture],
  }));
const build = (goarch: string, directory: string, architecture?: string, exit = 0) => ({
  goos: 'darwin',
  goarch,
  exit,
  tools: tools(directory, architecture),
});

claimTable(separateToolPaths, [
  {
    when: 'when both targets start the same files',
    outcome: 'refuted',
    evidence: { paths: { builds: [build('arm64', '/go/tool'), build('amd64', '/go/tool')] } },
    saying: 'same 3 files',
  },
  {
    when: 'when the files differ',
    outcome: 'confirmed',
    evidence: { paths: { builds: [build('arm64', '/go/tool/a'), build('amd64', '/go/tool/b')] } },
  },
  {
    when: 'when a build failed',
    outcome: 'inconclusive',
    evidence: { paths: { builds: [build('arm64', '/go/tool'), build('amd64', '/go/tool', 'amd64', 1)] } },
  },
]);
