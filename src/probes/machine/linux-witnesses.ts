/**
 * What Linux says of the hardware and of translation.
 *
 * Read through /proc/thread-self wherever there is a choice: qemu-user answers for /proc/self
 * itself, and forgets the other name. Measured under qemu-aarch64 7.2; newer ones make up a
 * /proc/cpuinfo for the guest and give it a vDSO, which is why those two are hints.
 *
 * @module
 */

import type { WitnessWords } from '../../evidence/machine/translation.ts';
import { auxiliaryVector } from '../../formats/auxv.ts';
import { containerOf } from '../../formats/container.ts';
import { cpuinfoCores, sharedFeatures } from '../../formats/cpuinfo.ts';
import { hwcapNames } from '../../formats/hwcap.ts';
import { goArchitecture, isNarrow, runsNatively } from '../../formats/machine-names.ts';
import { readText, type Host } from '../../host/host.ts';
import { ifReadable } from './readable.ts';

export async function linuxWitnesses(host: Host): Promise<WitnessWords[]> {
  const own = goArchitecture(host.architecture);
  return [
    ...(await kernelWords(host, own)),
    ...(await processorWords(host)),
    ...(await unameWords(host)),
    ...(await executableWords(host, own)),
    ...(await mappedWords(host)),
    ...(await vectorWords(host, own)),
  ];
}

function running(is: boolean): string {
  return is ? 'native' : 'translated';
}

async function kernelWords(host: Host, own: string): Promise<WitnessWords[]> {
  const raw = (await ifReadable(() => readText(host, '/proc/sys/kernel/arch')))?.trim(); // since Linux 6.1
  if (raw === undefined || raw === '') return [];
  const kernel = goArchitecture(raw);
  const says = running(runsNatively(own, kernel));
  return [
    { id: '/proc/sys/kernel/arch', about: 'hardware', says: kernel, raw, weight: 'decisive' },
    { id: 'kernel and process', about: 'process', says, raw: `${raw} and ${own}`, weight: 'decisive' },
  ];
}

async function processorWords(host: Host): Promise<WitnessWords[]> {
  const text = (await ifReadable(() => readText(host, '/proc/cpuinfo'))) ?? '';
  const maker = /^(?:vendor_id|CPU implementer)\b.*$/m.exec(text)?.[0];
  if (maker === undefined || maker.includes('IBM/S390')) return [];
  // 32-bit kernels name the implementer too, and call even an Armv8 core's architecture 7.
  const says = maker.startsWith('vendor_id')
    ? 'amd64'
    : /^CPU architecture\s*: *(?:8|AArch64)/m.test(text)
      ? 'arm64'
      : 'arm';
  return [{ id: '/proc/cpuinfo', about: 'hardware', says, raw: maker, weight: 'hint' }];
}

async function unameWords(host: Host): Promise<WitnessWords[]> {
  const raw = (await ifReadable(() => host.run({ argv: ['uname', '-m'] })))?.stdout.trim() ?? '';
  if (raw === '') return [];
  return [{ id: 'uname -m', about: 'hardware', says: goArchitecture(raw), raw, weight: 'hint' }];
}

/** The program that the kernel runs: under a translator the translator, made for the real machine. */
async function executableWords(host: Host, own: string): Promise<WitnessWords[]> {
  const id = '/proc/thread-self/exe';
  const head = await ifReadable(() => host.withFile(id, (file) => file.read(0, 4096)));
  const container = head && containerOf(head);
  const machine = container?.format === 'elf' ? container.architectures[0] : undefined;
  if (machine === undefined) return [];
  const says = running(machine === own);
  const words: WitnessWords[] = [
    { id, about: 'process', says, raw: `${machine} (process: ${own})`, weight: 'decisive' },
  ];
  // A 32-bit program may run on a 64-bit machine, so it says nothing of the hardware.
  if (!isNarrow(machine))
    words.push({ id, about: 'hardware', says: machine, raw: machine, weight: 'decisive' });
  return words;
}

/** A file of that name, not a directory: somebody may keep Go in ~/qemu-aarch64/. */
const TRANSLATOR = /(?:^|\/)(?:qemu-[\w-]+|rosetta|[\w-]+-binfmt-P)$/;

async function mappedWords(host: Host): Promise<WitnessWords[]> {
  const maps = (await ifReadable(() => readText(host, '/proc/thread-self/maps'))) ?? '';
  const command = (await ifReadable(() => readText(host, '/proc/thread-self/cmdline'))) ?? '';
  const sources = [
    // address perms offset dev inode pathname
    ['/proc/thread-self/maps', maps.split('\n').map((line) => line.split(/ +/).slice(5).join(' '))],
    ['/proc/thread-self/cmdline', command.split('\0').slice(0, 1)],
  ] as const;
  return sources
    .filter(([, paths]) => paths.some((path) => path !== ''))
    .map(([id, paths]) => {
      const found = paths.find((path) => TRANSLATOR.test(path));
      const raw = found ?? 'no translator named';
      return { id, about: 'process', says: running(found === undefined), raw, weight: 'strong' };
    });
}

async function vectorWords(host: Host, own: string): Promise<WitnessWords[]> {
  const bytes = await ifReadable(() => host.readFile('/proc/self/auxv'));
  if (!bytes || bytes.length === 0 || !['amd64', 'arm64'].includes(own)) return [];
  const { vdso, hwcap, hwcap2 } = auxiliaryVector(bytes, 64);
  const words: WitnessWords[] = [
    {
      id: 'AT_SYSINFO_EHDR',
      about: 'process',
      says: running(vdso !== undefined),
      raw: vdso === undefined ? 'no vDSO' : 'a vDSO',
      weight: 'hint',
    },
  ];
  const printed = sharedFeatures(
    cpuinfoCores((await ifReadable(() => readText(host, '/proc/cpuinfo'))) ?? ''),
  );
  if (own === 'arm64' && hwcap !== undefined && printed.length > 0) {
    // The kernel prints the very bits it hands out; a translator hands out its own. The first 32 only:
    // their names have long been settled.
    const isSame = hwcapNames(hwcap & 0xff_ff_ff_ffn).every((name) => printed.includes(name));
    const raw = `0x${hwcap.toString(16)} 0x${(hwcap2 ?? 0n).toString(16)}`;
    words.push({
      id: 'AT_HWCAP and /proc/cpuinfo',
      about: 'process',
      says: running(isSame),
      raw,
      weight: 'hint',
    });
  }
  return words;
}
