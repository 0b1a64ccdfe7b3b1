import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary } from '../../../test/sample-binaries.ts';
import { machClock } from './mach-clock.ts';

const line = (text: string) => ({ file: 'runtime/sys_darwin_arm64.s', line: 147, text });
const MACH = [line('\tBL\tlibc_mach_absolute_time(SB)')];
const OTHER = [line('\tBL\tlibc_clock_gettime(SB)')];
const symbols = { count: 0, goCount: 0, entryPoints: [], imports: [] };

claimTable(machClock, [
  {
    when: 'when the trampoline calls it and the program imports it',
    outcome: 'confirmed',
    evidence: { sources: { cpuCount: [], nanotime: MACH }, program: machoBinary() },
  },
  {
    when: 'when the trampoline calls another clock',
    outcome: 'refuted',
    evidence: { sources: { cpuCount: [], nanotime: OTHER }, program: machoBinary() },
    saying: 'clock_gettime',
  },
  {
    when: 'when the program does not import it',
    outcome: 'refuted',
    evidence: { sources: { cpuCount: [], nanotime: MACH }, program: machoBinary({ slice: { symbols } }) },
  },
  {
    when: 'when the trampoline is not found',
    outcome: 'inconclusive',
    evidence: { sources: { cpuCount: [], nanotime: [] }, program: machoBinary() },
  },
]);
