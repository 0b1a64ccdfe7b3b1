/**
 * What the processors can do, in the kernel's own words; and on arm64 Linux also in the bits that
 * this process was handed, which under a translator are another machine's.
 *
 * @module
 */

import { cpuFeatures, type CpuFeatures } from '../../evidence/machine/cpu-features.ts';
import { auxiliaryVector } from '../../formats/auxv.ts';
import { cpuinfoCores, sharedFeatures } from '../../formats/cpuinfo.ts';
import { hwcapNames } from '../../formats/hwcap.ts';
import { sysctlValues } from '../../formats/sysctl.ts';
import { readText, type Host } from '../../host/host.ts';
import { absent, known, type Fact } from '../../model/fact.ts';
import { probe } from '../probe.ts';

export const cpuFeaturesProbe = probe({
  gathers: cpuFeatures,
  cost: { time: 'instant' },
  async gather(host): Promise<Fact<CpuFeatures>> {
    if (host.system === 'darwin') {
      const { stdout } = await host.run({ argv: ['/usr/sbin/sysctl', 'hw.optional'] });
      const on = [...sysctlValues(stdout)]
        .filter(([, value]) => value === '1')
        .map(([name]) => name.replace(/^hw\.optional\.(?:arm\.)?/, ''));
      return known({ vocabulary: 'apple', features: on.toSorted() });
    }
    const text = (await readText(host, '/proc/cpuinfo')) ?? '';
    const features = sharedFeatures(cpuinfoCores(text));
    const process = await handedOut(host);
    if (features.length > 0) {
      const vocabulary = /^flags\s*:/m.test(text) ? 'x86-flags' : 'hwcap';
      return known({ vocabulary, features, ...(process && { process }) });
    }
    return process
      ? known({ vocabulary: 'hwcap', features: process.features, process })
      : absent({ en: '/proc/cpuinfo names no features here', zh: '此处的 /proc/cpuinfo 未列出特性' });
  },
});

async function handedOut(host: Host): Promise<CpuFeatures['process']> {
  const bytes = host.architecture === 'arm64' ? await host.readFile('/proc/self/auxv') : undefined;
  if (!bytes) return undefined;
  const { hwcap, hwcap2 = 0n } = auxiliaryVector(bytes, 64);
  if (hwcap === undefined) return undefined;
  return {
    hwcap: `0x${hwcap.toString(16)}`,
    hwcap2: `0x${hwcap2.toString(16)}`,
    features: hwcapNames(hwcap, hwcap2),
  };
}
