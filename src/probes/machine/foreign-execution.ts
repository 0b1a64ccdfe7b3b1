/**
 * Looking for whatever runs programs of another architecture here. A translator is asked for its
 * version, because one that does not start cannot run anything else either.
 *
 * @module
 */

import { foreignExecution, type ForeignExecution } from '../../evidence/machine/foreign-execution.ts';
import { binfmtEntry } from '../../formats/binfmt.ts';
import { readText, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { ifReadable } from './readable.ts';

const BINFMT = '/proc/sys/fs/binfmt_misc';

/** qemu's names for what Go calls arm64 and amd64; the static build first, for it needs no library. */
const TRANSLATORS = [
  ['arm64', 'qemu-aarch64-static'],
  ['arm64', 'qemu-aarch64'],
  ['amd64', 'qemu-x86_64-static'],
  ['amd64', 'qemu-x86_64'],
] as const;

const ROSETTA = [
  '/Library/Apple/usr/libexec/oah/libRosettaRuntime',
  '/rosetta/rosetta',
  '/media/rosetta/rosetta',
];

export const foreignExecutionProbe = probe({
  gathers: foreignExecution,
  cost: { time: 'instant' },
  async gather(host) {
    const rosetta = [];
    for (const path of ROSETTA) if (await isThere(host, path)) rosetta.push(path);
    return known({
      registrations: await registrations(host),
      translators: await translators(host),
      rosetta,
    });
  },
});

async function registrations(host: Host): Promise<ForeignExecution['registrations']> {
  const names = (await ifReadable(() => host.list(BINFMT))) ?? [];
  const isOn = (await ifReadable(() => readText(host, `${BINFMT}/status`)))?.trim() !== 'disabled';
  const found = [];
  for (const name of names.filter((one) => one !== 'register' && one !== 'status')) {
    const entry = binfmtEntry((await ifReadable(() => readText(host, `${BINFMT}/${name}`))) ?? '');
    if (entry?.architecture === undefined) continue;
    const { interpreter, flags, architecture, magic, mask } = entry;
    found.push({
      name,
      interpreter,
      flags,
      interpreterFound: await isThere(host, interpreter),
      ...(magic !== undefined && { magic }),
      ...(mask !== undefined && { mask }),
      architecture,
      isEnabled: entry.isEnabled && isOn,
    });
  }
  return found;
}

/** Where one does not start, the next of its name is tried. */
async function translators(host: Host): Promise<ForeignExecution['translators']> {
  const found = [];
  const directories = (host.variable('PATH') ?? '').split(':').filter((one) => one.startsWith('/'));
  for (const [architecture, name] of TRANSLATORS) {
    for (const directory of directories) {
      const path = `${directory.replace(/\/$/, '')}/${name}`;
      if (!(await isThere(host, path))) continue;
      const told = await ifReadable(() => host.run({ argv: [path, '--version'], timeLimitMs: 5000 }));
      if (told?.exit !== 0) continue;
      found.push({ architecture, path, version: told.stdout.split('\n')[0] ?? '' });
      break;
    }
  }
  return found;
}

async function isThere(host: Host, path: string): Promise<boolean> {
  return (await ifReadable(() => host.status(path))) !== undefined;
}
