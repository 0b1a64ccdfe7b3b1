import { installedMemory } from '../../evidence/machine/installed-memory.ts';
import { sysctlValues } from '../../formats/sysctl.ts';
import { readText } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

export const installedMemoryProbe = probe({
  gathers: installedMemory,
  cost: { time: 'instant' },
  async gather(host) {
    if (host.system === 'darwin') {
      const { stdout } = await host.run({ argv: ['/usr/sbin/sysctl', 'hw.memsize'] });
      const bytes = Number(sysctlValues(stdout).get('hw.memsize'));
      if (bytes > 0) return known({ totalBytes: bytes });
    }
    const kilobytes = /^MemTotal:\s+(\d+) kB$/m.exec((await readText(host, '/proc/meminfo')) ?? '')?.[1];
    if (kilobytes !== undefined) return known({ totalBytes: 1024 * Number(kilobytes) });
    return absent({ en: 'The system does not tell its memory', zh: '系统未给出内存大小' });
  },
});
