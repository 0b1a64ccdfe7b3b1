/**
 * What macOS's sysctl says of the hardware and of translation.
 *
 * A shell under Rosetta (archspec-json, tests/targets/rossetta2-monterey-core2) is told of an
 * Intel processor with 4 KiB pages and 64-byte lines; the same list still has Apple's brand,
 * hw.optional.arm64 and 16 KiB in hw.pagesize32. Those contradictions are what gives Rosetta away.
 *
 * @module
 */

import type { WitnessWords } from '../../evidence/machine/translation.ts';
import { goArchitecture } from '../../formats/machine-names.ts';
import { sysctlValues } from '../../formats/sysctl.ts';
import type { Host } from '../../host/host.ts';

const NAMES = [
  'hw.optional.arm64',
  'sysctl.proc_translated',
  'hw.cputype',
  'hw.cpufamily',
  'hw.pagesize',
  'hw.pagesize32',
  'hw.cachelinesize',
  'machdep.cpu.brand_string',
  'machdep.cpu.features',
];

/** CPU_TYPE_X86, with and without the 64-bit flag. */
const X86_TYPES = ['7', '16777223'];

/** CPUFAMILY_INTEL_* of Apple's mach/machine.h, Penryn to Comet Lake. Rosetta pretends to be a Westmere. */
const INTEL_FAMILIES = [
  0x78ea4fbc, 0x6b5a4cd2, 0x573b5eec, 0x5490b78c, 0x1f65e835, 0x10b282dc, 0x582ed09c, 0x37fc219f, 0x0f817246,
  0x38435547, 0x1cf8a03e,
];

export async function macosWitnesses(host: Host): Promise<WitnessWords[]> {
  // Names that this system does not know go to standard error; the others are still printed.
  const { stdout } = await host.run({ argv: ['/usr/sbin/sysctl', ...NAMES] });
  const values = sysctlValues(stdout);
  const words: WitnessWords[] = [];
  const hear = (
    id: string,
    about: WitnessWords['about'],
    weight: WitnessWords['weight'],
    says: (value: string) => string,
  ): void => {
    const raw = values.get(id);
    if (raw !== undefined && raw !== '') words.push({ id, about, says: says(raw), raw, weight });
  };
  const made = (isIntel: boolean): string => (isIntel ? 'amd64' : 'arm64');
  const running = (isTranslated: boolean): string => (isTranslated ? 'translated' : 'native');

  hear('hw.optional.arm64', 'hardware', 'decisive', (value) => made(value !== '1'));
  hear('machdep.cpu.brand_string', 'hardware', 'decisive', (value) => made(!value.startsWith('Apple')));
  hear('hw.pagesize32', 'hardware', 'strong', (value) => made(value === '4096'));
  hear('hw.cputype', 'hardware', 'hint', (value) => made(X86_TYPES.includes(value)));
  hear('hw.cpufamily', 'hardware', 'hint', (value) => made(INTEL_FAMILIES.includes(Number(value) >>> 0)));
  hear('sysctl.proc_translated', 'process', 'decisive', (value) => running(value === '1'));

  const own = goArchitecture(host.architecture);
  const isApple = values.get('hw.optional.arm64') === '1';
  if (isApple || values.has('machdep.cpu.brand_string')) {
    words.push({
      id: 'hardware and process',
      about: 'process',
      says: running(isApple && own !== 'arm64'),
      raw: `hw.optional.arm64 ${values.get('hw.optional.arm64') ?? 'unknown'} and ${own}`,
      weight: 'decisive',
    });
  }
  if (isApple) {
    const pages = values.get('hw.pagesize32');
    hear('hw.pagesize', 'process', 'strong', (value) => running(pages !== undefined && value !== pages));
    hear('hw.cachelinesize', 'process', 'hint', (value) => running(value === '64'));
    hear('machdep.cpu.features', 'process', 'hint', () => running(true));
  }
  return words;
}
