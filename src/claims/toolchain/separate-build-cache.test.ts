import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { separateBuildCache } from './separate-build-cache.ts';

const quoted = {
  run: ran("GOCACHE='~/tmp/go-build-cache' go build one.go", {
    exit: 1,
    stderr: 'build cache is required, but could not be located: GOCACHE is not an absolute path',
  }),
  inNamed: 8,
  inDefault: 0,
};
const evidence = (inNamed: number, inDefault: number, exit = 0) => ({
  seen: {
    defaultCache: '/home/gopher/.cache/go-build',
    before: 0,
    printed: { run: ran('GOCACHE=~/tmp/go-build-cache go build one.go', { exit }), inNamed, inDefault },
    quoted,
  },
});

claimTable(separateBuildCache, [
  {
    when: 'when only the new directory is written',
    outcome: 'confirmed',
    evidence: evidence(8, 0),
    saying: 'wrote 8 files to ~/tmp/go-build-cache and 0 to the default cache',
  },
  { when: 'when the default cache changes', outcome: 'refuted', evidence: evidence(8, 3) },
  { when: 'when the new directory stays empty', outcome: 'refuted', evidence: evidence(0, 8) },
  { when: 'when the build fails', outcome: 'inconclusive', evidence: evidence(0, 0, 1) },
]);
