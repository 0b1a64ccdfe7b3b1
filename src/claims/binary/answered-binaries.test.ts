import { claimTable } from '../../../test/claim-table.ts';
import { forged, labelled } from '../../../test/sample-labelled-binaries.ts';
import { answeredBinaries } from './answered-binaries.ts';

const cut = labelled('damaged', { name: 'myapp: truncated', identity: undefined, code: undefined });

claimTable(answeredBinaries, [
  {
    when: 'when every file is answered',
    outcome: 'confirmed',
    evidence: {
      set: { files: [labelled('native'), forged(), { ...cut, damage: 'Cannot read myapp: needs 64 bytes' }] },
    },
    saying: '1 native, 1 misrepresented, 0 honest and not (only) arm64, and 1 that cannot be decided',
  },
  {
    when: 'when a file makes the tool fail',
    outcome: 'refuted',
    evidence: { set: { files: [labelled('native'), { ...cut, crash: 'RangeError: out of bounds' }] } },
    saying: 'RangeError',
  },
  {
    when: 'when a disguise is not named',
    outcome: 'refuted',
    evidence: { set: { files: [labelled('native'), labelled('forged')] } },
    saying: 'is called native-arm64',
  },
  {
    when: 'when an honest program is not confirmed',
    outcome: 'refuted',
    evidence: { set: { files: [{ ...forged(), truth: 'native' }] } },
    saying: 'an honest arm64 program',
  },
  {
    when: 'when there is no forgery among the files',
    outcome: 'inconclusive',
    evidence: { set: { files: [labelled('native')] } },
  },
]);
