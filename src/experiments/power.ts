/**
 * Whether the machine runs on its battery: then it clocks down when it likes.
 *
 * @module
 */

import { HostError, readText, type Host } from '../host/host.ts';

const SUPPLIES = '/sys/class/power_supply';

export async function powerSupply(host: Host): Promise<'mains' | 'battery' | 'unknown'> {
  try {
    return host.system === 'darwin' ? await onMacos(host) : await onLinux(host);
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted') return 'unknown';
    throw error;
  }
}

/** A battery that is discharging, not one of a mouse. */
async function onLinux(host: Host): Promise<'mains' | 'battery' | 'unknown'> {
  const names = (await host.list(SUPPLIES)) ?? [];
  let found: 'mains' | 'battery' | 'unknown' = 'unknown';
  for (const name of names) {
    const read = async (file: string): Promise<string> =>
      ((await readText(host, `${SUPPLIES}/${name}/${file}`)) ?? '').trim();
    const type = await read('type');
    if (type === 'Mains' && (await read('online')) === '1') return 'mains';
    if (type === 'Battery' && (await read('scope')) !== 'Device')
      found = (await read('status')) === 'Discharging' ? 'battery' : 'mains';
  }
  return found;
}

async function onMacos(host: Host): Promise<'mains' | 'battery' | 'unknown'> {
  const { stdout } = await host.run({ argv: ['/usr/bin/pmset', '-g', 'batt'] });
  if (/'AC Power'$/m.test(stdout)) return 'mains';
  return /'Battery Power'$/m.test(stdout) ? 'battery' : 'unknown';
}
