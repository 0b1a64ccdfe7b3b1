import { claimTable } from '../../../test/claim-table.ts';
import { buildTimeAsProof } from './build-time-as-proof.ts';

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

claimTable(buildTimeAsProof, [
  {
    when: 'when both arms run the same compiler',
    outcome: 'refuted',
    evidence: { paths: { builds: [build('arm64', '/go/tool'), build('amd64', '/go/tool')] } },
  },
  {
    when: 'when one arm runs a compiler of another architecture',
    outcome: 'confirmed',
    evidence: { paths: { builds: [build('arm64', '/go/a', 'arm64'), build('amd64', '/go/b', 'amd64')] } },
  },
  {
    when: 'when a build failed',
    outcome: 'inconclusive',
    evidence: { paths: { builds: [build('arm64', '/go/tool')] } },
  },
]);
