/**
 * What an objdump prints, for claim tests: GNU's of binutils 2.40, with what a case needs changed.
 *
 * @module
 */

import type { Objdump } from '../src/evidence/binary/objdump.ts';

type Tool = Objdump['tools'][number];

export const RUN = { binary: 'hello', exit: 0, stderr: '', instructions: 137_450 };
export const REFUSED = { ...RUN, exit: 1, stderr: "objdump: invalid option -- 'c'", instructions: 0 };

export function objdumpTool(changes: Partial<Tool> = {}): Tool {
  return {
    path: '/usr/bin/objdump',
    version: 'GNU objdump 2.40',
    printed: [REFUSED, REFUSED],
    arm64Format: 'file format elf64-littleaarch64',
    amd64: { ...RUN, mnemonics: { mov: 30_000, call: 9890 } },
    ...changes,
  };
}
