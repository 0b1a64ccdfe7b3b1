/**
 * Listing the code of a binary, piece by piece, with the names of its functions. What is listed
 * is not evidence: it goes straight to the reader.
 *
 * @module
 */

import { lister, type CodeSymbols } from '../../arm64/index.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { Host } from '../../host/host.ts';
import { readFunctions } from './functions.ts';
import type { Image } from './image.ts';
import { withBinary } from './read-binary.ts';
import { wordsOf } from './read-code.ts';

export interface ListingWish {
  /** Only functions of this name: in full, or "package.Name" without the path before the last slash. */
  readonly function?: string | undefined;
  readonly syntax?: ((word: number, address: number) => string | undefined) | undefined;
}

/** Whole lines; the bytes are valid until the promise is settled. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** A multiple of four, so that no word is cut. */
const WINDOW = 2 ** 22;

/** How many functions were listed, or with no name wished for, how many slices; undefined if there is no such file. */
export async function listCode(
  host: Host,
  path: string,
  wish: ListingWish,
  sink: Sink,
): Promise<number | undefined> {
  return withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    let listed = 0;
    for (const [index, slice] of slices.entries()) {
      const image = images[index];
      if (!image || slice.architecture !== 'arm64') continue;
      if (slices.length > 1)
        await sink(
          new TextEncoder().encode(
            `\n# slice ${index}: ${slice.architecture} at 0x${slice.offset.toString(16)}\n`,
          ),
        );
      listed += await listSlice(image, slice, wish, sink);
    }
    return listed;
  });
}

async function listSlice(image: Image, slice: BinarySlice, wish: ListingWish, sink: Sink): Promise<number> {
  const symbols = await symbolsOf(image, slice);
  const list = lister({ ...(symbols && { symbols }), ...(wish.syntax && { syntax: wish.syntax }) });
  const ranges = (slice.code ?? []).map(({ address, offset, sizeBytes }) => ({
    address,
    offset: offset - image.part.start,
    sizeBytes,
  }));
  const wanted = wish.function === undefined ? undefined : named(symbols, wish.function);
  const pieces =
    wanted === undefined
      ? ranges
      : wanted.flatMap(({ start, end }) =>
          ranges
            .filter(({ address, sizeBytes }) => start >= address && start < address + sizeBytes)
            .map(({ address, offset, sizeBytes }) => ({
              address: start,
              offset: offset + (start - address),
              sizeBytes: Math.min(end, address + sizeBytes) - start,
            })),
        );
  for (const { address, offset, sizeBytes } of pieces) {
    for (let at = 0; at < sizeBytes; at += WINDOW) {
      const bytes = await image.part.read({
        offset: offset + at,
        sizeBytes: Math.min(WINDOW, sizeBytes - at),
      });
      for (const text of list(wordsOf(bytes), address + at)) await sink(text);
    }
  }
  return wanted?.length ?? 1;
}

async function symbolsOf(image: Image, slice: BinarySlice): Promise<CodeSymbols | undefined> {
  const functions = await readFunctions(image, slice);
  if (!functions) return undefined;
  const { starts, nameAt } = functions;
  const count = starts.length - 1;
  return {
    starts: starts.subarray(0, count),
    names: Array.from({ length: count }, (_, index) => nameAt(index)),
    end: starts[count] ?? 0,
  };
}

function named(
  symbols: CodeSymbols | undefined,
  name: string,
): { readonly start: number; readonly end: number }[] {
  if (!symbols) return [];
  return symbols.names.flatMap((one, index) =>
    one === name || one.slice(one.lastIndexOf('/') + 1) === name
      ? { start: symbols.starts[index] ?? 0, end: symbols.starts[index + 1] ?? symbols.end }
      : [],
  );
}

export interface FunctionLine {
  readonly name: string;
  readonly address: number;
  readonly sizeBytes: number;
}

/** Every function of the table of every slice, in order of address. */
export async function listFunctions(host: Host, path: string): Promise<FunctionLine[] | undefined> {
  return withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    const lines: FunctionLine[] = [];
    for (const [index, slice] of slices.entries()) {
      const image = images[index];
      const functions = image && (await readFunctions(image, slice));
      if (!functions) continue;
      const { starts, nameAt } = functions;
      for (let at = 0; at + 1 < starts.length; at += 1) {
        const address = starts[at] ?? 0;
        lines.push({ name: nameAt(at), address, sizeBytes: (starts[at + 1] ?? address) - address });
      }
    }
    return lines;
  });
}
