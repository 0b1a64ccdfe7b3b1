import { claimTable } from '../../../test/claim-table.ts';
import { sampleTopology } from '../../../test/sample-litmus.ts';
import { singleMemoryNode } from './single-memory-node.ts';

const machine = {
  system: 'linux',
  kernel: 'Linux 6.12.0',
  unameMachine: 'aarch64',
  processArchitecture: 'arm64',
};
// An M1 under Linux: implementer 0x61, part 0x022 (Icestorm).
const apple = sampleTopology('0x61', '0x022');
const node = (number: number) => ({ node: number, cpus: [number], distances: [10] });

claimTable(singleMemoryNode, [
  {
    when: 'with one memory node',
    outcome: 'confirmed',
    evidence: { machine, topology: { ...apple, nodes: [node(0)] } },
    saying: '1 memory node',
  },
  {
    when: 'with two memory nodes',
    outcome: 'refuted',
    evidence: { machine, topology: { ...apple, nodes: [node(0), node(1)] } },
  },
  {
    when: 'on another maker’s processor',
    outcome: 'not-applicable',
    evidence: { machine, topology: sampleTopology('0x41', '0xd0c') },
  },
]);
