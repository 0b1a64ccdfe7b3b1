/**
 * Listing the code of a binary, piece by piece, with the names of its functions. What is listed
 * is not evidence: it goes straight to the reader.
 *
 * @module
 */

import { goSyntax, lister, nameAt, type CodeSymbols } from '../../arm64/index.ts';
import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { Host } from '../../host/host.ts';
import { codeSymbols } from './code-symbols.ts';
import { readFunctions } from './functions.ts';
import type { Image } from './image.ts';
import { helperFor } from './listing-helper.ts';
import { withBinary } from './read-binary.ts';
import { wordsOf } from './words.ts';

export interface ListingWish {
  /** Only functions of this name: in full, or "package.Name" without the path before the last slash. */
  readonly function?: string | undefined;
  /** LLVM's, or that of Go's assembler. */
  readonly syntax?: 'llvm' | 'go' | undefined;
}

/** Whole lines; the bytes are valid until the promise is settled. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** A multiple of four, so that no word is cut. */
const CHUNK = 2 ** 18;

/** How many functions were listed, or with no name wished for, how many slices; undefined if there is no such file. */
export async function listCode(
  host: Host,
  path: string,
  wish: ListingWish,
  sink: Sink,
): Promise<number | undefined> {
  const help = await helperFor(host, path, wish);
  try {
    return await withListers(host, path, wish, async (listers) => {
      let index = 0;
      for (const { heading, chunks, list } of listers) {
        if (heading !== undefined) await sink(new TextEncoder().encode(heading));
        for (const chunk of chunks) {
          if (help && index % 2 === 1) await sink(await help.text(index));
          else for await (const text of list(chunk)) await sink(text);
          index += 1;
        }
      }
      return listers.reduce((sum, { found }) => sum + found, 0);
    });
  } finally {
    await help?.end();
  }
}

/** Of consecutive code, small enough that two of them are in memory without regret. */
interface Chunk {
  readonly address: number;
  /** In bytes from the start of the slice. */
  readonly offset: number;
  readonly sizeBytes: number;
}

export interface SliceLister {
  readonly heading: string | undefined;
  readonly chunks: readonly Chunk[];
  /** Functions of the wished name; 1 where all is listed. */
  readonly found: number;
  readonly list: (chunk: Chunk) => AsyncGenerator<Uint8Array>;
}

/** Calls `use` with a lister for each arm64 slice, while the file is open. */
export function withListers<T>(
  host: Host,
  path: string,
  wish: ListingWish,
  use: (listers: readonly SliceLister[]) => Promise<T>,
): Promise<T | undefined> {
  return withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    const listers: SliceLister[] = [];
    for (const [index, slice] of slices.entries()) {
      const image = images[index];
      if (!image || slice.architecture !== 'arm64') continue;
      const heading =
        slices.length > 1
          ? `\n# slice ${index}: ${slice.architecture} at 0x${slice.offset.toString(16)}\n`
          : undefined;
      listers.push({ heading, ...(await sliceLister(image, slice, wish)) });
    }
    return use(listers);
  });
}

async function sliceLister(
  image: Image,
  slice: BinarySlice,
  { function: name, syntax }: ListingWish,
): Promise<Omit<SliceLister, 'heading'>> {
  const symbols = await codeSymbols(image, slice);
  const lines = lister({
    ...(symbols && { symbols }),
    ...(syntax === 'go' && { syntax: goSyntax(symbols && nameAt(symbols)) }),
  });
  const ranges = (slice.code ?? []).map(({ address, offset, sizeBytes }) => ({
    address,
    offset: offset - image.part.start,
    sizeBytes,
  }));
  const wanted = name === undefined ? undefined : named(symbols, name);
  const pieces = wanted?.flatMap((one) => ranges.flatMap((range) => within(range, one))) ?? ranges;
  return {
    chunks: pieces.flatMap(chunksOf),
    found: wanted?.length ?? 1,
    async *list(chunk) {
      const bytes = await image.part.read(chunk);
      yield* lines(wordsOf(bytes), chunk.address);
    },
  };
}

function within(
  { address, offset, sizeBytes }: Chunk,
  { start, end }: { readonly start: number; readonly end: number },
): Chunk[] {
  if (start < address || start >= address + sizeBytes) return [];
  const last = Math.min(end, address + sizeBytes);
  return [{ address: start, offset: offset + (start - address), sizeBytes: last - start }];
}

function chunksOf({ address, offset, sizeBytes }: Chunk): Chunk[] {
  return Array.from({ length: Math.ceil(sizeBytes / CHUNK) }, (_, index) => ({
    address: address + index * CHUNK,
    offset: offset + index * CHUNK,
    sizeBytes: Math.min(CHUNK, sizeBytes - index * CHUNK),
  }));
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
