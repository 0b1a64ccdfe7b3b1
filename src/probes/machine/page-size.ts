/**
 * The page size that this process was given, and the kernel's own. A translator may pretend: a
 * child of a process under qemu-user is native and tells the truth, and so does hw.pagesize32 under
 * Rosetta.
 *
 * @module
 */

import { pageSize } from '../../evidence/machine/page-size.ts';
import { auxiliaryVector } from '../../formats/auxv.ts';
import { sysctlValues } from '../../formats/sysctl.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { ifReadable } from './readable.ts';

export const pageSizeProbe = probe({
  gathers: pageSize,
  cost: { time: 'instant' },
  async gather(host) {
    const [own, kernelBytes] = await (host.system === 'darwin' ? onMacos(host) : onLinux(host));
    const bytes = own ?? kernelBytes;
    if (bytes === undefined)
      throw new HostError('failed', 'Cannot tell the page size: neither the process nor the system says it');
    return known({ bytes, ...(kernelBytes !== undefined && { kernelBytes }) });
  },
});

type Sizes = readonly [own: number | undefined, kernel: number | undefined];

async function onMacos(host: Host): Promise<Sizes> {
  const { stdout } = await host.run({ argv: ['/usr/sbin/sysctl', 'hw.pagesize', 'hw.pagesize32'] });
  const values = sysctlValues(stdout);
  return [size(values.get('hw.pagesize')), size(values.get('hw.pagesize32'))];
}

async function onLinux(host: Host): Promise<Sizes> {
  const vector = await ifReadable(() => host.readFile('/proc/self/auxv'));
  const told = await ifReadable(() => host.run({ argv: ['getconf', 'PAGESIZE'] }));
  const own = vector && auxiliaryVector(vector, /^(?:arm|ia32)$/.test(host.architecture) ? 32 : 64).pageSize;
  return [size(own?.toString()), size(told?.stdout.trim())];
}

function size(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
