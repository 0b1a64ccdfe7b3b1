import type { TranslatedToolchain } from '../src/evidence/runtime/translated-toolchain.ts';
import { around, sampleArms } from './sample-arms.ts';

/** Ten builds by either toolchain: seconds, and megabytes of the largest process. */
export function sampleTranslatedBuilds(
  [native, translated]: readonly [native: number, translated: number],
  [small, large]: readonly [native: number, translated: number] = [100, 140],
): TranslatedToolchain {
  const arm = (name: string, seconds: number, megabytes: number) => ({
    name,
    wallMs: around(seconds * 1000, 10),
    peakBytes: around(megabytes * 2 ** 20, 10),
  });
  return {
    native: 'amd64',
    translated: 'arm64',
    means: 'qemu-user',
    observations: sampleArms([arm('native', native, small), arm('translated', translated, large)]),
    products: { native: '0d7ac0c3', translated: '0d7ac0c3' },
  };
}
