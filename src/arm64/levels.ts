/**
 * Architecture levels: from which one a feature is mandatory, and the least level that has all that
 * code needs. Features that stay optional for ever (cryptography, SVE, memory tags) come beside it.
 *
 * Source: Arm ARM, A2 (Armv8-A and Armv9-A architecture extensions); LLVM 22's definitions of
 * HasV8_1aOps to HasV9_6aOps agree. Armv9.N has all of Armv8.(N + 5).
 *
 * @module
 */

import type { Need } from './needs.ts';

const MANDATORY: Readonly<Record<string, string>> = {
  'v8.1': 'crc lse rdm pan lor',
  'v8.2': 'uao ras dpb pan2',
  'v8.3': 'fcma jscvt lrcpc paca',
  'v8.4': 'dotprod flagm dit lrcpc2 trf',
  'v8.5': 'bti sb flagm2 frint specres dpb2',
  'v8.6': 'bf16 i8mm',
  'v8.7': 'wfxt xs',
  'v8.8': 'mops hbc nmi',
  'v8.9': 'cssc clrbhb specres2',
  'v9.5': 'cpa lut faminmax',
  'v9.6': 'cmpbr fprcvt lsui',
};

export const LEVELS = [
  ...Array.from({ length: 10 }, (_, minor) => `v8.${minor}`),
  ...Array.from({ length: 7 }, (_, minor) => `v9.${minor}`),
] as const;

const LEVEL_OF = new Map(
  Object.entries(MANDATORY).flatMap(([level, features]) =>
    features.split(' ').map((feature) => [feature, level] as const),
  ),
);

export interface CpuFloor {
  readonly level: string;
  /** What is needed beyond the level, in alphabetical order. */
  readonly features: readonly string[];
}

/** The level from which on every processor has the feature; undefined if none has to. */
export function levelOf(feature: string): string | undefined {
  return LEVEL_OF.get(feature);
}

/** Whether a processor of one level has all that another level asks for. */
export function includes(level: string, other: string): boolean {
  const [major, minor] = numbers(level);
  const [otherMajor, otherMinor] = numbers(other);
  if (major === otherMajor) return minor >= otherMinor;
  return major > otherMajor && minor + 5 >= otherMinor;
}

/** Features that code needs without a guard. */
export function unguarded(needs: readonly Need[]): readonly string[] {
  return needs.filter(({ count, guarded }) => guarded < count).map(({ feature }) => feature);
}

/** The floor of code that needs these features. */
export function floorOf(features: readonly string[]): CpuFloor {
  const wanted = features.flatMap((feature) => levelOf(feature) ?? []);
  const level = LEVELS.find((candidate) => wanted.every((other) => includes(candidate, other))) ?? 'v8.0';
  return { level, features: features.filter((feature) => levelOf(feature) === undefined).toSorted() };
}

function numbers(level: string): readonly [major: number, minor: number] {
  const [, major = '0', minor = '0'] = /^v(\d)\.(\d)$/.exec(level) ?? [];
  return [Number(major), Number(minor)];
}
