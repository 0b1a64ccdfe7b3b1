/**
 * Where each argument of a C call arrives, read from assembly text of functions argument1, argument2 …
 * that return their own: the register moved to the result, or the stack.
 *
 * AArch64 writes the target first (`mov x0, x1`) and an argument that is already the result is not
 * moved; x86-64 in AT&T syntax writes it last (`movq %rsi, %rax`).
 *
 * Sources: GNU as, AArch64 and x86 syntax; AAPCS64 §6.4; System V psABI for AMD64 §3.2.3.
 *
 * @module
 */

/** By argument, in order: "x0", "rdi", "stack"; undefined where the text does not say. */
export function argumentRegisters(assembly: string, architecture: 'arm64' | 'amd64'): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let inside = -1;
  for (const line of assembly.split('\n')) {
    const [, digits] = /^_?argument(\d):/.exec(line) ?? [];
    if (digits !== undefined) {
      inside = Number(digits) - 1;
      // Nothing moved is the result's own register, where that may hold an argument.
      found[inside] = architecture === 'arm64' ? 'x0' : undefined;
    }
    const source = inside < 0 ? undefined : moved(line.trim().replaceAll(/\s+/g, ' '), architecture);
    if (source !== undefined) found[inside] = source;
  }
  return Array.from(found);
}

/** What the line moves to the register of the result. */
function moved(line: string, architecture: 'arm64' | 'amd64'): string | undefined {
  if (architecture === 'arm64') {
    const [, register] = /^mov x0, (x\d+)$/.exec(line) ?? [];
    return register ?? (/^ldr x0, \[(?:sp|x29)/.test(line) ? 'stack' : undefined);
  }
  const [, register] = /^movq? %(r\w+), %rax$/.exec(line) ?? [];
  return register ?? (/^movq? -?\d*\(%r[sb]p\), %rax$/.test(line) ? 'stack' : undefined);
}
