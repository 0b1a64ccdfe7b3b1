import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { gocacheAsModuleCache } from './gocache-as-module-cache.ts';

const counts = (directory: string, files: number, moduleSources: number, compiledPackages: number) => ({
  directory,
  files,
  moduleSources,
  compiledPackages,
});
const asked = ran('go env GOCACHE GOMODCACHE', { stdout: '/a\n/b\n' });
const build = ran('go build ./...');

claimTable(gocacheAsModuleCache, [
  {
    when: 'when GOCACHE receives the module’s sources',
    outcome: 'confirmed',
    evidence: {
      caches: { asked, build, goCache: counts('/a', 20, 1, 2), goModCache: counts('/b', 0, 0, 0) },
    },
  },
  {
    when: 'when GOCACHE receives build results only',
    outcome: 'refuted',
    evidence: {
      caches: { asked, build, goCache: counts('/a', 15, 0, 2), goModCache: counts('/b', 9, 1, 0) },
    },
    saying: 'GOCACHE received 2 compiled packages and 0 module sources, GOMODCACHE 0 and 1',
  },
  {
    when: 'when the build fails',
    outcome: 'inconclusive',
    evidence: {
      caches: {
        asked,
        build: ran('go build', { exit: 1, stderr: 'go: module lookup disabled' }),
        goCache: counts('/a', 0, 0, 0),
        goModCache: counts('/b', 0, 0, 0),
      },
    },
  },
]);
