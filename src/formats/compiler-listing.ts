/**
 * The listing of `go tool compile -S`: per function a header line, instructions in Go's syntax,
 * and the bytes in hex. The names, the bytes and the mnemonics are taken.
 *
 * A header reads `pkg.Name STEXT size=80 …`, before Go 1.21 `"".Name STEXT …`; a line of bytes
 * reads `\t0x0010 e2 03 1f aa …  ascii`.
 *
 * Source: cmd/internal/obj/objfile.go, writeSymDebug.
 *
 * @module
 */

export interface CompiledFunction {
  /** Without the package. */
  readonly name: string;
  /** Little-endian words, without the zeros at the end. */
  readonly words: readonly number[];
  /** Go's own names of the instructions, each once: "MOVBU", "VCMEQ". */
  readonly mnemonics: readonly string[];
}

const HEADER = /^(\S+) STEXT\b/;
const OTHER_SYMBOL = /^\S/;
const INSTRUCTION = /^\t0x[0-9a-f]+ \d+ \([^\t]*\)\t([A-Z][A-Z0-9.]*)/;
const NO_INSTRUCTION: readonly string[] = ['TEXT', 'FUNCDATA', 'PCDATA'];
const BYTES = /^\t0x[0-9a-f]+((?: [0-9a-f]{2}){1,16})(?:  |$)/;

export function compiledFunctions(listing: string): CompiledFunction[] {
  const found: { name: string; bytes: number[]; mnemonics: Set<string> }[] = [];
  let isInside = false;
  for (const line of listing.split('\n')) {
    const [, symbol] = HEADER.exec(line) ?? [];
    if (symbol !== undefined) {
      found.push({ name: symbol.slice(symbol.lastIndexOf('.') + 1), bytes: [], mnemonics: new Set() });
      isInside = true;
    } else if (OTHER_SYMBOL.test(line)) isInside = false;
    else if (isInside) {
      const [, mnemonic] = INSTRUCTION.exec(line) ?? [];
      if (mnemonic !== undefined && !NO_INSTRUCTION.includes(mnemonic)) found.at(-1)?.mnemonics.add(mnemonic);
      const [, bytes = ''] = BYTES.exec(line) ?? [];
      for (const byte of bytes.trim().split(' '))
        if (byte !== '') found.at(-1)?.bytes.push(Number.parseInt(byte, 16));
    }
  }
  return found.map(({ name, bytes, mnemonics }) => ({
    name,
    words: words(bytes),
    mnemonics: [...mnemonics],
  }));
}

function words(bytes: readonly number[]): number[] {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  const all = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    view.getUint32(index * 4, true),
  );
  while (all.at(-1) === 0) all.pop();
  return all;
}
