import { claimTable } from '../../../test/claim-table.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import { defaultCgo } from './default-cgo.ts';

const printed = (stdout: string) => ran('go env CGO_ENABLED', { stdout: `${stdout}\n` });
const evidence = (native: string, path: string | undefined) => ({
  seen: {
    native: printed(native),
    compiler: { name: 'gcc', ...(path !== undefined && { path }) },
    withoutCompiler: printed('0'),
    foreign: { goarch: 'arm64', run: printed('0') },
    own: native,
  },
});

claimTable(defaultCgo, [
  {
    when: 'when it is 1 with a C compiler',
    outcome: 'confirmed',
    evidence: evidence('1', '/usr/bin/gcc'),
    saying: 'CGO_ENABLED is 1 natively with gcc, 0 without a C compiler, 0 for GOARCH=arm64',
  },
  {
    when: 'when it is 0 although a C compiler is there',
    outcome: 'refuted',
    evidence: evidence('0', '/usr/bin/gcc'),
  },
  { when: 'when there is no C compiler', outcome: 'inconclusive', evidence: evidence('0', undefined) },
  { when: 'when go env prints nothing', outcome: 'inconclusive', evidence: evidence('', '/usr/bin/gcc') },
]);
