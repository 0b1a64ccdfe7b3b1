import { claimTable } from '../../../test/claim-table.ts';
import { objdumpTool, REFUSED, RUN } from '../../../test/sample-objdump.ts';
import { movqCallqMnemonics } from './movq-callq-mnemonics.ts';

claimTable(movqCallqMnemonics, [
  {
    when: 'when a tool writes one of the two',
    outcome: 'inconclusive',
    evidence: { objdump: { tools: [objdumpTool({ amd64: { ...RUN, mnemonics: { movq: 9, call: 1 } } })] } },
    saying: 'callq 0 times',
  },
  {
    when: 'when a tool writes mov and call',
    outcome: 'refuted',
    evidence: { objdump: { tools: [objdumpTool()] } },
    saying: 'neither movq nor callq',
  },
  {
    when: 'when a tool writes movq for vectors only',
    outcome: 'refuted',
    evidence: {
      objdump: {
        tools: [objdumpTool({ amd64: { ...RUN, mnemonics: { 'movq %xmm': 828, mov: 1, call: 1 } } })],
      },
    },
    saying: 'neither movq nor callq',
  },
  {
    when: 'when every tool writes both',
    outcome: 'confirmed',
    evidence: {
      objdump: { tools: [objdumpTool({ amd64: { ...RUN, mnemonics: { movq: 32_648, callq: 9890 } } })] },
    },
  },
  {
    when: 'when no tool disassembles x86-64',
    outcome: 'inconclusive',
    evidence: { objdump: { tools: [objdumpTool({ amd64: { ...REFUSED, mnemonics: {} } })] } },
  },
]);
