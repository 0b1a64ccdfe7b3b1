import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { linuxTopology } from './linux-topology.ts';
import { macosTopology } from './macos-topology.ts';

export const cpuTopologyProbe = probe({
  gathers: cpuTopology,
  cost: { time: 'instant' },
  async gather(host) {
    if (host.system === 'darwin') return known(await macosTopology(host));
    if (host.system === 'linux') return known(await linuxTopology(host));
    return absent({
      en: `Nothing is known of processors on ${host.system}`,
      zh: `未知 ${host.system} 上的处理器信息`,
    });
  },
});
