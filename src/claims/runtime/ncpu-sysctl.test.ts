import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary } from '../../../test/sample-binaries.ts';
import { ncpuSysctl } from './ncpu-sysctl.ts';

const line = (text: string) => ({ file: 'runtime/os_darwin.go', line: 189, text });
const SOURCE = [line('func getCPUCount() int32 {'), line('\tmib := [2]uint32{_CTL_HW, _HW_NCPU}')];
const symbols = { count: 0, goCount: 0, entryPoints: [], imports: [] };

const system = { system: 'linux', kernel: 'Linux 6.1', unameMachine: 'x86_64', processArchitecture: 'amd64' };
const mac = { ...system, system: 'darwin', kernel: 'Darwin 24.1.0' };
const topology = {
  online: 10,
  isolated: [],
  groups: [{ cpus: 10, threadsPerCore: 1 }],
  caches: [],
  packages: 1,
  nodes: [],
};
const evidence = {
  sources: { cpuCount: SOURCE, nanotime: [] },
  program: machoBinary(),
  system,
  count: undefined,
  topology: undefined,
};

claimTable(ncpuSysctl, [
  {
    when: 'when the source asks for HW_NCPU and the program imports sysctl',
    outcome: 'confirmed',
    evidence,
    saying: 'os_darwin.go:189',
  },
  {
    when: 'on a Mac where runtime.NumCPU is what sysctl says',
    outcome: 'confirmed',
    evidence: { ...evidence, system: mac, topology, count: { numCPU: 10, gomaxprocs: 10 } },
  },
  {
    when: 'on a Mac where runtime.NumCPU is something else',
    outcome: 'refuted',
    evidence: { ...evidence, system: mac, topology, count: { numCPU: 8, gomaxprocs: 8 } },
    saying: 'runtime.NumCPU is 8 and sysctl counts 10',
  },
  {
    when: 'when the source asks for another number',
    outcome: 'refuted',
    evidence: {
      ...evidence,
      sources: { cpuCount: [line('\tmib := [2]uint32{_CTL_HW, _HW_AVAILCPU}')], nanotime: [] },
    },
  },
  {
    when: 'when the program does not import sysctl',
    outcome: 'refuted',
    evidence: { ...evidence, program: machoBinary({ slice: { symbols } }) },
  },
  {
    when: 'when the function is not found',
    outcome: 'inconclusive',
    evidence: { ...evidence, sources: { cpuCount: [], nanotime: [] } },
  },
]);
