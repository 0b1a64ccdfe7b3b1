import { claimTable } from '../../../test/claim-table.ts';
import { hung, ran } from '../../../test/sample-recorded-run.ts';
import { runtimeCgoEnabled } from './runtime-cgo-enabled.ts';

const UNDEFINED = '# command-line-arguments\n./main.go:5:31: undefined: runtime.CgoEnabled\n';
const build = (version: string, exit: number, stderr = '') => ({
  version,
  path: '/usr/local/go/bin/go',
  build: ran('go build main.go', { exit, stderr }),
});
const evidence = (...builds: ReturnType<typeof build>[]) => ({ tried: { listing: '', builds } });

claimTable(runtimeCgoEnabled, [
  {
    when: 'when every compiler accepts it',
    outcome: 'confirmed',
    evidence: evidence(build('go1.99.0', 0)),
    saying: 'go1.99.0',
  },
  {
    when: 'when the compiler does not know it',
    outcome: 'refuted',
    evidence: evidence(build('go1.26.8', 1, UNDEFINED)),
    saying: './main.go:5:31: undefined: runtime.CgoEnabled',
  },
  {
    when: 'when one of two does not know it',
    outcome: 'refuted',
    evidence: evidence(build('go1.99.0', 0), build('go1.26.8', 1, UNDEFINED)),
    saying: '1 of 2',
  },
  {
    when: 'when the build fails for another reason',
    outcome: 'inconclusive',
    evidence: evidence(build('go1.26.8', 1, 'go: cannot find GOROOT directory')),
  },
  {
    when: 'when the build does not end',
    outcome: 'inconclusive',
    evidence: {
      tried: { listing: '', builds: [{ version: 'go1.26.8', path: '/go', build: hung('go build main.go') }] },
    },
  },
]);
