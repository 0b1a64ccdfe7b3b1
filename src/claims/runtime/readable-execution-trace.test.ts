import { claimTable } from '../../../test/claim-table.ts';
import { readableExecutionTrace } from './readable-execution-trace.ts';

const good = { exit: 0, stderr: '' };
const own = { version: '1.26', events: 900, stopTheWorld: 12, collections: 5 };
const trace = {
  sizeBytes: 9000,
  parsed: { ...good, stopTheWorld: 12 },
  profile: { ...good, bytes: 400 },
  own,
};

claimTable(readableExecutionTrace, [
  {
    when: 'when all three readers agree',
    outcome: 'confirmed',
    evidence: { trace },
    saying: '12 stop-the-world',
  },
  {
    when: 'when they count differently',
    outcome: 'refuted',
    evidence: { trace: { ...trace, own: { ...own, stopTheWorld: 11 } } },
  },
  {
    when: 'when go tool trace rejects the file',
    outcome: 'refuted',
    evidence: {
      trace: { ...trace, parsed: { exit: 1, stderr: 'failed to parse trace\n', stopTheWorld: 0 } },
    },
    saying: 'failed to parse trace',
  },
  {
    when: 'when the layout is older than goassay reads',
    outcome: 'inconclusive',
    evidence: { trace: { ...trace, own: undefined, ownTrouble: 'the layout of Go 1.21 is not read here' } },
  },
]);
