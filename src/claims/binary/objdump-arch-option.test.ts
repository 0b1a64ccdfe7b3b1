import { claimTable } from '../../../test/claim-table.ts';
import { objdumpTool, RUN } from '../../../test/sample-objdump.ts';
import { objdumpArchOption } from './objdump-arch-option.ts';

claimTable(objdumpArchOption, [
  {
    when: 'when the option is rejected',
    outcome: 'refuted',
    evidence: { objdump: { tools: [objdumpTool()] } },
    saying: 'invalid option',
  },
  {
    when: 'when one of two tools rejects it',
    outcome: 'refuted',
    evidence: { objdump: { tools: [objdumpTool({ printed: [RUN, RUN] }), objdumpTool()] } },
    saying: '2 of 4',
  },
  {
    when: 'when instructions are printed',
    outcome: 'confirmed',
    evidence: { objdump: { tools: [objdumpTool({ printed: [RUN, RUN] })] } },
  },
]);
