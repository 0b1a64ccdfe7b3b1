import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary } from '../../../test/sample-binaries.ts';
import { ran } from '../../../test/sample-recorded-run.ts';
import type { OsLogMentions } from '../../evidence/toolchain/os-log-mentions.ts';
import { osLogStub } from './os-log-stub.ts';

/** As go1.26.8 comes to it. */
function mentions(changes: Partial<OsLogMentions> = {}): OsLogMentions {
  return {
    folders: ['runtime', 'cmd/cgo', 'cmd/link'],
    files: 1503,
    search: ran('grep -rnIF os_log runtime cmd/cgo cmd/link', { exit: 1 }),
    program: { path: '$SCRATCH/metrics-darwin-arm64', sizeBytes: 3_004_914, offsets: [] },
    ...changes,
  };
}

const identity = machoBinary();
const symbols = {
  count: 1,
  goCount: 0,
  entryPoints: [],
  imports: [{ name: '__os_log_impl', library: '/usr/lib/libSystem.B.dylib' }],
};

claimTable(osLogStub, [
  {
    when: 'as go1.26.8 comes',
    outcome: 'refuted',
    evidence: { mentions: mentions(), identity },
    saying: 'none of 1,503 source files',
  },
  {
    when: 'when a source names it',
    outcome: 'confirmed',
    evidence: {
      mentions: mentions({ search: ran('grep', { stdout: 'runtime/cgo/gcc_darwin.c:7:os_log(x)\n' }) }),
      identity,
    },
    saying: 'gcc_darwin.c:7',
  },
  {
    when: 'when the program imports it',
    outcome: 'confirmed',
    evidence: { mentions: mentions(), identity: machoBinary({ slice: { symbols } }) },
    saying: '__os_log_impl',
  },
  {
    when: 'when grep could not read',
    outcome: 'inconclusive',
    evidence: { mentions: mentions({ search: ran('grep', { exit: 2 }) }), identity },
  },
]);
