/**
 * An entry of Linux's binfmt_misc: which files the kernel hands to which interpreter.
 *
 * Source: kernel documentation admin-guide/binfmt-misc; flags P (keep argv[0]), O (open the
 * binary), C (credentials of the binary), F (open the interpreter at registration).
 *
 * @module
 */

import { elfArchitecture } from './container.ts';

export interface BinfmtEntry {
  readonly isEnabled: boolean;
  readonly interpreter: string;
  readonly flags: string;
  /** In hex; undefined for an entry that goes by the extension of the file's name. */
  readonly magic: string | undefined;
  readonly mask: string | undefined;
  /** Go's name of the processor whose ELF files it takes; undefined if it takes something else. */
  readonly architecture: string | undefined;
}

/** Returns undefined for text that is no entry, such as that of the files "status" and "register". */
export function binfmtEntry(text: string): BinfmtEntry | undefined {
  const interpreter = /^interpreter (.+)$/m.exec(text)?.[1];
  if (interpreter === undefined) return undefined;
  const magic = /^magic ([0-9a-f]+)$/m.exec(text)?.[1];
  const mask = /^mask ([0-9a-f]+)$/m.exec(text)?.[1];
  const offset = Number(/^offset (\d+)$/m.exec(text)?.[1] ?? 0);
  return {
    isEnabled: /^enabled$/m.test(text),
    interpreter,
    flags: /^flags: *(\w*)$/m.exec(text)?.[1] ?? '',
    magic,
    mask,
    architecture: offset === 0 && magic !== undefined ? elfMachine(magic, mask) : undefined,
  };
}

/** The magic of an ELF entry reaches to e_machine, at byte 18; a mask that leaves it open takes other processors too. */
function elfMachine(magic: string, mask = ''): string | undefined {
  if (!magic.startsWith('7f454c46') || magic.length < 40) return undefined;
  if (mask !== '' && mask.slice(36, 40) !== 'ffff') return undefined;
  const byte = (at: number): number => Number.parseInt(magic.slice(at * 2, at * 2 + 2), 16);
  const isLittle = byte(5) !== 2;
  const machine = isLittle ? byte(18) + 256 * byte(19) : 256 * byte(18) + byte(19);
  return elfArchitecture(machine, byte(4) !== 1, isLittle);
}
