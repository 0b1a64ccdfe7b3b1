import { system } from '../../evidence/machine/system.ts';
import { goArchitecture } from '../../formats/machine-names.ts';
import { readText, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

export const systemProbe = probe({
  gathers: system,
  cost: { time: 'instant' },
  async gather(host) {
    const [kernel = '', unameMachine = ''] = await Promise.all(
      [['-s', '-r'], ['-m']].map(async (flags) =>
        (await host.run({ argv: ['uname', ...flags] })).stdout.trim(),
      ),
    );
    const release = await releaseName(host);
    return known({
      system: host.system,
      kernel,
      unameMachine,
      processArchitecture: goArchitecture(host.architecture),
      ...(release && { release }),
    });
  },
});

async function releaseName(host: Host): Promise<string | undefined> {
  if (host.system === 'darwin') {
    const { stdout } = await host.run({ argv: ['sw_vers', '-productVersion'] });
    return `macOS ${stdout.trim()}`;
  }
  const text = await readText(host, '/etc/os-release');
  return text?.match(/^PRETTY_NAME="?([^"\n]*)"?$/m)?.[1];
}
