/**
 * Files of the labelled set as they were read: a stripped hello of go1.26.8 for linux/arm64, and the
 * same with what a case needs changed. Counts are those of llvm-objdump and go tool nm.
 *
 * @module
 */

import type { LabelledBinaries } from '../src/evidence/binary/labelled-binaries.ts';
import { elfBinary } from './sample-binaries.ts';

type LabelledFile = LabelledBinaries['files'][number];

const SETTINGS: [string, string][] = [
  ['GOARCH', 'arm64'],
  ['GOOS', 'linux'],
];

const CODE: NonNullable<LabelledFile['code']> = {
  slices: [
    {
      offset: 0,
      codeOffset: 4096,
      isBySections: true,
      sizeBytes: 472_756,
      words: 115_923,
      undecoded: 18,
      pieces: 116,
      foreignPieces: 0,
      entry: { offset: 469_136, words: 13, undecoded: 0 },
      shapes: {
        functions: 1445,
        goArm64: 1066,
        goAmd64: 0,
        frameArm64: 0,
        frameAmd64: 0,
        returns: 2267,
        offset: 4096,
      },
      census: { branch: 27_081, 'load-store': 39_801, integer: 42_253 },
      needs: [],
      cgoFunctions: [],
    },
  ],
};

/** An honest arm64 program, under any label. */
export function labelled(truth: LabelledFile['truth'], changes: Partial<LabelledFile> = {}): LabelledFile {
  return {
    name: `myapp: ${truth}`,
    base: 'myapp',
    change: 'honest',
    truth,
    sizeBytes: 1_245_346,
    identity: elfBinary({
      slice: {
        sizeBytes: 1_245_346,
        functionTable: { layout: '1.20', quantum: 4, pointerSize: 8, functions: 1445, offset: 694_656 },
        buildInfo: {
          offset: 1_179_648,
          layout: 'inline',
          goVersion: 'go1.26.8',
          path: 'command-line-arguments',
          deps: [],
          settings: SETTINGS,
        },
      },
    }),
    code: CODE,
    ...changes,
  };
}

/** Its header patched to amd64: everything else says arm64. */
export function forged(): LabelledFile {
  const identity = elfBinary({
    architecture: 'amd64',
    machine: 62,
    slice: {
      functionTable: { layout: '1.20', quantum: 4, pointerSize: 8, functions: 1445, offset: 694_656 },
    },
  });
  return labelled('forged', { name: 'myapp: header patched', change: 'header patched', identity });
}
