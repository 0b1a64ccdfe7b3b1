import { claimTable } from '../../../test/claim-table.ts';
import { sampleTopology } from '../../../test/sample-litmus.ts';
import { coresWithoutMultithreading } from './cores-without-multithreading.ts';

const machine = {
  system: 'linux',
  kernel: 'Linux 6.12.0',
  unameMachine: 'aarch64',
  processArchitecture: 'arm64',
};

claimTable(coresWithoutMultithreading, [
  {
    when: 'with one thread per core',
    outcome: 'confirmed',
    evidence: { machine, topology: sampleTopology('0x61', '0x022') },
  },
  {
    when: 'with two threads per core',
    outcome: 'refuted',
    evidence: { machine, topology: sampleTopology('0x61', '0x022', 2) },
  },
  {
    when: 'on another maker’s processor',
    outcome: 'not-applicable',
    evidence: { machine, topology: sampleTopology('0x41', '0xd0c') },
  },
]);
