/**
 * Words as go1.26.8 compiles the codegen specimen for darwin/arm64 (`go tool compile -S`), and
 * words that llvm-mc assembled for a compiler that does what the paper says.
 *
 * @module
 */

import type { CodeGeneration, CompiledListing } from '../src/evidence/toolchain/code-generation.ts';

const REAL: Readonly<Record<string, string>> = {
  CompareBytes:
    'f90007e0 f90013e3 eb01009f 54000061 aa1f03e2 14000004 aa1f03e0 d65f03c0 91000442 eb02003f 540000ed 38626804 38626865 6b0400bf 54ffff40 aa1f03e0 d65f03c0 b24003e0 d65f03c0',
  SumLoop:
    'f90007e0 aa1f03e2 aa1f03e3 14000004 b8a27804 8b040063 91000442 eb02003f 54ffff8c aa0303e0 d65f03c0',
  TenArguments:
    '8b010401 8b020442 8b010041 8b030862 8b010041 d37df082 cb040042 8b010041 d2800162 9b0204a1 d28001a2 9b0204c1 8b0710e2 8b010041 d2800262 9b020501 d28002e2 9b020520 d65f03c0',
  KeepsAcrossCall:
    'f9400b90 eb3063ff 540003a9 f81e0ffe f81f83fd d10023fd f90017e0 f9001be1 f9001fe2 f90023e3 f90027e4 f9400081 aa0403fa d63f0020 f9000be0 f94027fa f9400341 f9401be0 d63f0020 f9400be1 9b027c22 d65f03c0',
};

/** ldr q1; ldr q2; cmeq v0.16b, v1.16b, v2.16b; subs; b.ne #-16; ret, and ld1r before it. */
export const VECTOR_LOOP = '4d40c000 3cc10401 3cc10422 6e228c20 f1004042 54ffff81 d65f03c0';

/** ldr x8, [sp]; ldr x9, [sp, #8]; add x0, x8, x9; ret. */
export const ARGUMENTS_ON_STACK = 'f94003e8 f94007e9 8b090100 d65f03c0';

/** stp x19, x20, [sp, #-32]!; ret. */
export const SAVES_REGISTERS = 'a9be53f3 d65f03c0';

interface Wish {
  /** Hex words by function, in place of the real ones. */
  readonly instead?: Readonly<Record<string, string>>;
  readonly mnemonics?: readonly string[];
  readonly goarm64?: string;
}

export function compiledListing(
  goos: string,
  { instead = {}, mnemonics = [], goarm64 }: Wish = {},
): CompiledListing {
  const functions = Object.entries({ ...REAL, ...instead }).map(([name, hex]) => ({
    name,
    words: hex.split(' ').map((word) => Number.parseInt(word, 16)),
    mnemonics: [...mnemonics],
  }));
  return {
    goos,
    goarch: 'arm64',
    ...(goarm64 !== undefined && { goarm64 }),
    command: 'go tool compile -p codegen -S -o codegen.o codegen.go',
    exit: 0,
    stderr: '',
    functions,
  };
}

export function compiledCode(wish: Wish = {}): CodeGeneration {
  return { listings: [compiledListing('darwin', wish), compiledListing('linux', wish)] };
}

/** A compiler that refuses. */
export const NO_CODE: CodeGeneration = {
  listings: [
    {
      goos: 'darwin',
      goarch: 'arm64',
      command: 'go tool compile',
      exit: 2,
      stderr: 'flag provided but not defined: -S\n',
      functions: [],
    },
  ],
};
