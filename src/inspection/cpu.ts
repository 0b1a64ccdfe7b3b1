/**
 * What a slice asks of the CPU, from the features that its code needs.
 *
 * @module
 */

import { beyond, parseGoarm64 } from '../arm64/goarm64.ts';
import { floorOf } from '../arm64/levels.ts';
import { lackingOn, MACHINES } from '../arm64/machines.ts';
import type { SliceCode } from '../evidence/binary/machine-code.ts';
import type { InspectedSlice } from '../model/inspection.ts';

type CpuFloor = NonNullable<InspectedSlice['cpuFloor']>;

export function atomicsOf({ needs }: SliceCode): NonNullable<InspectedSlice['atomics']> {
  const lse = needs.find(({ feature }) => feature === 'lse');
  if (!lse || lse.words === 0) return 'none';
  return lse.guarded === lse.words ? 'guarded' : 'lse-only';
}

export function cpuFloorOf({ needs }: SliceCode): CpuFloor {
  const bare = needs.filter(({ words, guarded }) => guarded < words);
  const features = bare.map(({ feature }) => feature);
  const { level, features: optional } = floorOf(features);
  return {
    level,
    features: [...optional],
    at: bare.flatMap(({ feature, places }) => places.map((place) => ({ feature, ...place }))),
    guarded: needs
      .filter(({ words, guarded }) => guarded > 0 && guarded === words)
      .map(({ feature }) => feature),
    machines: MACHINES.map((machine) => {
      const lacks = [...lackingOn(machine, features)];
      return { id: machine.id, name: machine.name, starts: lacks.length === 0, lacks };
    }),
  };
}

/** Whether the code keeps to the GOARM64 that was recorded; undefined if the setting is none. */
export function goarm64Check(
  recorded: string,
  { needs }: SliceCode,
): NonNullable<InspectedSlice['goarm64Holds']> | undefined {
  const setting = parseGoarm64(recorded);
  if (!setting) return undefined;
  const features = needs.filter(({ words, guarded }) => guarded < words).map(({ feature }) => feature);
  const more = beyond(setting, features);
  return more.length === 0
    ? {
        holds: true,
        because: {
          en: `recorded as ${recorded}, and the code needs no more without a test`,
          zh: `记录为 ${recorded}，代码未经检测所需不超过此`,
        },
      }
    : {
        holds: false,
        because: {
          en: `recorded as ${recorded}, but the code needs ${more.join(', ')} without a test`,
          zh: `记录为 ${recorded}，但代码未经检测即需 ${more.join('、')}`,
        },
      };
}
