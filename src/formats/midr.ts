/**
 * Names of Arm cores by implementer and part number, the two fields of MIDR_EL1 that
 * /proc/cpuinfo prints. For reading only: nothing is classified by them, because tables lag and
 * virtual machines show part 0x0, which is never guessed at.
 *
 * Source: util-linux sys-utils/lscpu-arm.c as of 2026-08-20, its 64-bit cores; c0:ac5 from LLVM.
 *
 * @module
 */

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Arm
  '41': {
    d02: 'Cortex-A34',
    d03: 'Cortex-A53',
    d04: 'Cortex-A35',
    d05: 'Cortex-A55',
    d06: 'Cortex-A65',
    d07: 'Cortex-A57',
    d08: 'Cortex-A72',
    d09: 'Cortex-A73',
    d0a: 'Cortex-A75',
    d0b: 'Cortex-A76',
    d0c: 'Neoverse-N1',
    d0d: 'Cortex-A77',
    d0e: 'Cortex-A76AE',
    d40: 'Neoverse-V1',
    d41: 'Cortex-A78',
    d42: 'Cortex-A78AE',
    d43: 'Cortex-A65AE',
    d44: 'Cortex-X1',
    d46: 'Cortex-A510',
    d47: 'Cortex-A710',
    d48: 'Cortex-X2',
    d49: 'Neoverse-N2',
    d4a: 'Neoverse-E1',
    d4b: 'Cortex-A78C',
    d4c: 'Cortex-X1C',
    d4d: 'Cortex-A715',
    d4e: 'Cortex-X3',
    d4f: 'Neoverse-V2',
    d80: 'Cortex-A520',
    d81: 'Cortex-A720',
    d82: 'Cortex-X4',
    d83: 'Neoverse-V3AE',
    d84: 'Neoverse-V3',
    d85: 'Cortex-X925',
    d87: 'Cortex-A725',
    d88: 'Cortex-A520AE',
    d89: 'Cortex-A720AE',
    d8a: 'C1-Nano',
    d8b: 'C1-Pro',
    d8c: 'C1-Ultra',
    d8e: 'Neoverse-N3',
    d8f: 'Cortex-A320',
    d90: 'C1-Premium',
  },
  // Broadcom
  '42': { '100': 'Brahma-B53', '516': 'ThunderX2' },
  // Cavium
  '43': {
    '0a1': 'ThunderX-88XX',
    '0a2': 'ThunderX-81XX',
    '0a3': 'ThunderX-83XX',
    '0af': 'ThunderX2-99xx',
    '0b1': 'OcteonTX2-98XX',
    '0b2': 'OcteonTX2-96XX',
    '0b3': 'OcteonTX2-95XX',
    '0b8': 'ThunderX3-T110',
  },
  // Fujitsu
  '46': { '001': 'A64FX', '003': 'MONAKA' },
  // HiSilicon
  '48': {
    d01: 'Kunpeng-920',
    d02: 'Kunpeng-920',
    d03: 'Kunpeng-920',
    d06: 'Kunpeng-950',
    d22: 'Kunpeng-920',
    d40: 'Cortex-A76',
    d41: 'Cortex-A77',
  },
  // NVIDIA
  '4e': { '003': 'Denver-2', '004': 'Carmel', '010': 'Olympus' },
  // Qualcomm
  '51': {
    '001': 'Oryon',
    '800': 'Falkor-V1/Kryo',
    '801': 'Kryo-V2',
    '802': 'Kryo-3XX-Gold',
    '803': 'Kryo-3XX-Silver',
    '804': 'Kryo-4XX-Gold',
    '805': 'Kryo-4XX-Silver',
    c00: 'Falkor',
    c01: 'Saphira',
  },
  // Apple, under Linux
  '61': {
    '020': 'Icestorm-A14',
    '021': 'Firestorm-A14',
    '022': 'Icestorm-M1',
    '023': 'Firestorm-M1',
    '024': 'Icestorm-M1-Pro',
    '025': 'Firestorm-M1-Pro',
    '028': 'Icestorm-M1-Max',
    '029': 'Firestorm-M1-Max',
    '032': 'Blizzard-M2',
    '033': 'Avalanche-M2',
    '034': 'Blizzard-M2-Pro',
    '035': 'Avalanche-M2-Pro',
    '038': 'Blizzard-M2-Max',
    '039': 'Avalanche-M2-Max',
  },
  // Microsoft
  '6d': { d49: 'Azure-Cobalt-100' },
  // Phytium
  '70': {
    '303': 'FTC310',
    '660': 'FTC660',
    '661': 'FTC661',
    '662': 'FTC662',
    '663': 'FTC663',
    '664': 'FTC664',
    '862': 'FTC862',
  },
  // Ampere
  c0: { ac3: 'Ampere-1', ac4: 'Ampere-1a', ac5: 'Ampere-1b' },
};

const HEX = /^0x[0-9a-f]{1,8}$/i;

/** The name of a core from "0x41" and "0xd0c", or undefined. */
export function coreName(implementer: string | undefined, part: string | undefined): string | undefined {
  if (implementer === undefined || part === undefined || !HEX.test(implementer) || !HEX.test(part))
    return undefined;
  const [maker, number] = [Number(implementer).toString(16), Number(part).toString(16).padStart(3, '0')];
  const cores = Object.hasOwn(NAMES, maker) ? NAMES[maker] : undefined;
  return cores && Object.hasOwn(cores, number) ? cores[number] : undefined;
}
