import { claimTable } from '../../../test/claim-table.ts';
import type { Translation } from '../../evidence/machine/translation.ts';
import { translationWitnessAgreement } from './translation-witness-agreement.ts';

type Words = Translation['witnesses'][number];
const word = (
  id: string,
  about: Words['about'],
  says: string,
  raw = says,
  weight: Words['weight'] = 'decisive',
): Words => ({ id, about, says, raw, weight });

const NATIVE = [
  word('/proc/sys/kernel/arch', 'hardware', 'arm64', 'aarch64'),
  word('/proc/thread-self/exe', 'process', 'native'),
  word('kernel and process', 'process', 'native'),
];
// archspec tests/targets/rossetta2-monterey-core2: a shell under Rosetta on an M1.
const ROSETTA = [
  word('hw.optional.arm64', 'hardware', 'arm64', '1'),
  word('machdep.cpu.brand_string', 'hardware', 'arm64', 'Apple M1'),
  word('hw.cputype', 'hardware', 'amd64', '7', 'hint'),
  word('sysctl.proc_translated', 'process', 'translated', '1'),
];
// Under qemu-aarch64 7.2 on x86-64.
const QEMU = [
  word('/proc/sys/kernel/arch', 'hardware', 'amd64', 'x86_64'),
  word('uname -m', 'hardware', 'arm64', 'aarch64', 'hint'),
  word('/proc/thread-self/exe', 'process', 'translated', 'amd64 (process: arm64)'),
];

claimTable(translationWitnessAgreement, [
  { when: 'when all agree', outcome: 'confirmed', evidence: { translation: { witnesses: NATIVE } } },
  {
    when: 'in a shell under Rosetta',
    outcome: 'refuted',
    evidence: { translation: { witnesses: ROSETTA } },
    saying: 'hw.cputype says amd64',
  },
  {
    when: 'under qemu-user',
    outcome: 'refuted',
    evidence: { translation: { witnesses: QEMU } },
    saying: 'uname -m says arm64',
  },
  {
    when: 'when only two could be heard',
    outcome: 'inconclusive',
    evidence: { translation: { witnesses: NATIVE.slice(0, 2) } },
  },
]);
