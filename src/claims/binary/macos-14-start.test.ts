import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary, SIGNATURE } from '../../../test/sample-binaries.ts';
import { macos14Start } from './macos-14-start.ts';

const withoutUuid = machoBinary();
const macho = {
  ...withoutUuid.slices[0]?.macho,
  uuid: undefined,
  dylibs: [],
  fileType: 2,
  signature: SIGNATURE,
};

claimTable(macos14Start, [
  {
    when: 'when nothing stands against any release from 14 on',
    outcome: 'confirmed',
    evidence: { identity: machoBinary() },
    saying: 'macOS 14, 15, 26, 27 accept it',
  },
  {
    when: 'when the minimum is macOS 15',
    outcome: 'refuted',
    evidence: { identity: machoBinary({ macho: { minimumOs: '15.0.0' } }) },
    saying: 'macOS 14 refuse',
  },
  {
    when: 'when a library is no part of macOS',
    outcome: 'refuted',
    evidence: { identity: machoBinary({ macho: { dylibs: ['/opt/homebrew/lib/libz.dylib'] } }) },
  },
  {
    when: 'when LC_UUID is missing',
    outcome: 'inconclusive',
    evidence: { identity: machoBinary({ slice: { macho } }) },
    saying: 'LC_UUID',
  },
]);
