import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary } from '../../../test/sample-binaries.ts';
import { strippedHello } from './stripped-hello.ts';

const sections = [
  { name: '__TEXT,__gopclntab', sizeBytes: 489_829 },
  { name: '__DWARF,__zdebug_info', sizeBytes: 120_000 },
];
const symbols = { count: 1831, goCount: 1740, entryPoints: [], imports: [] };
const whole = machoBinary({ slice: { sections, symbols } });

claimTable(strippedHello, [
  {
    when: 'when neither DWARF nor Go symbols remain',
    outcome: 'confirmed',
    evidence: { stripped: machoBinary(), whole },
    saying: 'the function table of 489829 bytes stays',
  },
  {
    when: 'when Go symbols remain',
    outcome: 'refuted',
    evidence: { stripped: machoBinary({ slice: { symbols } }), whole },
  },
  {
    when: 'when DWARF remains',
    outcome: 'refuted',
    evidence: { stripped: machoBinary({ slice: { sections } }), whole },
  },
  {
    when: 'when there was nothing to remove',
    outcome: 'inconclusive',
    evidence: { stripped: machoBinary(), whole: machoBinary() },
  },
]);
