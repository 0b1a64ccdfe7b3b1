import { translation } from '../../evidence/machine/translation.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { linuxWitnesses } from './linux-witnesses.ts';
import { macosWitnesses } from './macos-witnesses.ts';

export const translationProbe = probe({
  gathers: translation,
  cost: { time: 'instant' },
  async gather(host) {
    if (host.system === 'darwin') return known({ witnesses: await macosWitnesses(host) });
    if (host.system === 'linux') return known({ witnesses: await linuxWitnesses(host) });
    return absent({
      en: `No witnesses are known on ${host.system}`,
      zh: `在 ${host.system} 上没有可用的见证`,
    });
  },
});
