import { claimTable } from '../../../test/claim-table.ts';
import { objdumpTool } from '../../../test/sample-objdump.ts';
import { elfBinary } from '../../../test/sample-binaries.ts';
import { objdumpFormatLine } from './objdump-format-line.ts';

claimTable(objdumpFormatLine, [
  {
    when: 'when every tool prints that format',
    outcome: 'confirmed',
    evidence: { objdump: { tools: [objdumpTool()] }, identity: elfBinary() },
  },
  {
    when: 'when one prints another',
    outcome: 'refuted',
    evidence: {
      objdump: { tools: [objdumpTool({ arm64Format: 'file format elf64-little' })] },
      identity: elfBinary(),
    },
    saying: 'elf64-little',
  },
  {
    when: 'when the file is no AArch64 ELF',
    outcome: 'inconclusive',
    evidence: {
      objdump: { tools: [objdumpTool()] },
      identity: elfBinary({ architecture: 'amd64', machine: 62 }),
    },
  },
]);
