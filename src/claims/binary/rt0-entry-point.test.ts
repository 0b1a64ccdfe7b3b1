import { claimTable } from '../../../test/claim-table.ts';
import { elfBinary } from '../../../test/sample-binaries.ts';
import { rt0EntryPoint } from './rt0-entry-point.ts';

const at = (address: number, words: number[]) =>
  elfBinary({
    slice: {
      symbols: {
        count: 1,
        goCount: 0,
        imports: [],
        entryPoints: [{ name: '_rt0_arm64_linux', address, words }],
      },
    },
  });
const PRINTED = [0xd2800000, 0xf2a00000, 0xf2c00000, 0xd61f0000];

claimTable(rt0EntryPoint, [
  {
    when: 'when the symbol lies elsewhere with other words',
    outcome: 'refuted',
    evidence: { identity: at(0x82890, [0x17fff96c, 0, 0, 0]) },
    saying: '0x82890',
  },
  {
    when: 'when only the address is right',
    outcome: 'refuted',
    evidence: { identity: at(0x401000, [0x17fff96c, 0, 0, 0]) },
  },
  {
    when: 'when address and words are the printed ones',
    outcome: 'confirmed',
    evidence: { identity: at(0x401000, PRINTED) },
  },
  { when: 'when the symbol is not there', outcome: 'inconclusive', evidence: { identity: elfBinary() } },
]);
