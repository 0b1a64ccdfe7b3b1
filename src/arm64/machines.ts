/**
 * Machines that Go programs for arm64 are run on, as of November 2026, with the features that their
 * cores have. A core's features are its level's and those listed.
 *
 * Source of cores: LLVM's AArch64Processors.td, main branch of 2026, in the names used here; cores on
 * which cryptography is optional have it as their machine's maker says. Source of machines: the
 * makers' documentation of each.
 *
 * @module
 */

import { includes, levelOf } from './levels.ts';

interface Core {
  readonly level: string;
  readonly features: string;
}

const CRYPTO = 'aes sha1 sha2';
const ALL_CRYPTO = `${CRYPTO} sha512 sha3 sm3 sm4`;
const V9 = 'bf16 i8mm fhm fp16 ssbs sve sve2 sve2-bitperm mte';
const SCALABLE_CRYPTO = 'sve2-aes sve2-sha3 sve2-sm4';

/** By the name that LLVM's -mcpu takes. */
export const CORES: Readonly<Record<string, Core>> = {
  'cortex-a53': { level: 'v8.0', features: `crc ${CRYPTO}` },
  'cortex-a57': { level: 'v8.0', features: `crc ${CRYPTO}` },
  'cortex-a72': { level: 'v8.0', features: `crc ${CRYPTO}` },
  'cortex-a76': { level: 'v8.2', features: `${CRYPTO} fp16 dotprod lrcpc ssbs` },
  'neoverse-n1': { level: 'v8.2', features: `${CRYPTO} fp16 dotprod lrcpc ssbs` },
  'neoverse-v1': { level: 'v8.4', features: `${ALL_CRYPTO} bf16 i8mm fhm fp16 rand ssbs sve dpb2` },
  'neoverse-n2': { level: 'v9.0', features: V9 },
  'neoverse-n3': { level: 'v9.2', features: `${V9} rand` },
  'neoverse-v2': { level: 'v9.0', features: `${V9} rand` },
  'neoverse-v3': { level: 'v9.2', features: `${V9} rand ls64` },
  ampere1: { level: 'v8.6', features: `${CRYPTO} sha512 sha3 fp16 rand ssbs` },
  'apple-m1': { level: 'v8.4', features: `${CRYPTO} sha512 sha3 fhm fp16 flagm2 frint sb ssbs specres dpb2` },
  'apple-m2': { level: 'v8.6', features: `${CRYPTO} sha512 sha3 fhm fp16 ssbs` },
  'apple-m3': { level: 'v8.6', features: `${CRYPTO} sha512 sha3 fhm fp16 ssbs` },
  'apple-m4': { level: 'v8.7', features: `${CRYPTO} sha512 sha3 fhm fp16 sme sme2 sme-f64f64 sme-i16i64` },
  'apple-m5': {
    level: 'v8.7',
    features: `${CRYPTO} sha512 sha3 fhm fp16 sme sme2 sme2p1 sme-f64f64 sme-i16i64 sme-b16b16 sme-f16f16 mte cssc hbc specres2`,
  },
};

export interface Machine {
  readonly id: string;
  readonly name: string;
  /** The name of its core in LLVM. */
  readonly core: string;
  /** What it has beside its core's features, or lacks of them. */
  readonly adds?: string;
  readonly lacks?: string;
}

export const MACHINES: readonly Machine[] = [
  { id: 'pi-3', name: 'Raspberry Pi 3', core: 'cortex-a53', lacks: CRYPTO },
  { id: 'pi-4', name: 'Raspberry Pi 4', core: 'cortex-a72', lacks: CRYPTO },
  { id: 'pi-5', name: 'Raspberry Pi 5', core: 'cortex-a76' },
  { id: 'graviton1', name: 'AWS Graviton', core: 'cortex-a72' },
  { id: 'graviton2', name: 'AWS Graviton2', core: 'neoverse-n1' },
  { id: 'graviton3', name: 'AWS Graviton3', core: 'neoverse-v1' },
  { id: 'graviton4', name: 'AWS Graviton4', core: 'neoverse-v2', adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}` },
  { id: 'graviton5', name: 'AWS Graviton5', core: 'neoverse-v3', adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}` },
  { id: 'altra', name: 'Ampere Altra', core: 'neoverse-n1' },
  { id: 'ampereone', name: 'AmpereOne', core: 'ampere1' },
  {
    id: 'axion-c4a',
    name: 'Google Axion C4A',
    core: 'neoverse-v2',
    adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}`,
  },
  {
    id: 'axion-n4a',
    name: 'Google Axion N4A',
    core: 'neoverse-n3',
    adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}`,
  },
  {
    id: 'cobalt-100',
    name: 'Azure Cobalt 100',
    core: 'neoverse-n2',
    adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}`,
  },
  {
    id: 'cobalt-200',
    name: 'Azure Cobalt 200',
    core: 'neoverse-v3',
    adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}`,
  },
  {
    id: 'grace',
    name: 'NVIDIA Grace',
    core: 'neoverse-v2',
    adds: `${ALL_CRYPTO} ${SCALABLE_CRYPTO}`,
    lacks: 'rand',
  },
  ...['m1', 'm2', 'm3', 'm4', 'm5'].map((chip) => ({
    id: `apple-${chip}`,
    name: `Apple ${chip.toUpperCase()}`,
    core: `apple-${chip}`,
  })),
];

/** Of the features that code needs without a guard, those that a core lacks. */
export function lackingOnCore(name: string, features: readonly string[]): readonly string[] {
  const core = CORES[name];
  if (core === undefined) return features;
  const own = core.features.split(' ');
  return features.filter((feature) => {
    const from = levelOf(feature);
    return !own.includes(feature) && (from === undefined || !includes(core.level, from));
  });
}

/** The same of a machine; none means that the code starts there, as far as its processor decides. */
export function lackingOn(
  { core, adds = '', lacks = '' }: Machine,
  features: readonly string[],
): readonly string[] {
  const [added, missing] = [adds.split(' '), lacks.split(' ')];
  const lacking = lackingOnCore(core, features);
  return features.filter(
    (feature) => missing.includes(feature) || (lacking.includes(feature) && !added.includes(feature)),
  );
}
