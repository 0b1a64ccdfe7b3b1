/**
 * Tiles: how a log hands out its hashes, 256 of one level at a time, and a store that holds only
 * what a signed tree head vouches for.
 *
 * A tree's last, partial tile of every level together make up its root, so these are brought first
 * and accepted together or not at all. Every other tile is complete, and its hash stands in the tile
 * above. So no hash is ever read from a tile that was not authenticated, whatever was asked before:
 * there is no list of tiles to check that could be one short (CVE-2026-56865).
 * Sources: golang.org/design/25530-sumdb "Checksum Database", research.swtch.com/tlog "Tiling a Log".
 *
 * @module
 */

import { sameBytes, type Sha256 } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { nodeHash, rootHash, type Subtree, type TreeHead } from './tlog.ts';

const HEIGHT = 8;
const FULL = 2 ** HEIGHT;
const HASH_BYTES = 32;

export interface Tile {
  /** Its lowest hashes are of subtrees of level 8·level. */
  readonly level: number;
  readonly index: number;
  /** Hashes in it, 1 to 256. */
  readonly width: number;
}

/** "tile/8/0/x001/x234/067" or "….p/17". */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const last = groups.pop() ?? '';
  const path = [...groups.map((group) => `x${group}`), last].join('/');
  return `tile/${HEIGHT}/${level}/${path}${width === FULL ? '' : `.p/${width}`}`;
}

/** The last tile of every level that is not complete: what the root is made of, highest last. */
export function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; FULL ** level <= size; level += 1) {
    const hashes = Math.floor(size / FULL ** level);
    if (hashes % FULL !== 0) tiles.push({ level, index: Math.floor(hashes / FULL), width: hashes % FULL });
  }
  return tiles;
}

/** The hashes of one tree, as far as tiles were brought. Nothing enters that the root does not vouch for. */
export class AuthenticTiles {
  readonly head: TreeHead;
  readonly #sha256: Sha256;
  readonly #tiles = new Map<string, HeldTile>();

  /** `edge` has the bytes of `edgeTiles(head.size)` in that order. Throws FormatError if they do not make the root. */
  constructor(sha256: Sha256, head: TreeHead, edge: readonly Uint8Array[]) {
    this.#sha256 = sha256;
    this.head = head;
    const tiles = edgeTiles(head.size);
    for (const [at, tile] of tiles.entries())
      this.#tiles.set(keyOf(tile), held(sized(tile, edge[at] ?? new Uint8Array())));
    const root = rootHash(sha256, head.size, (subtree) => this.#read(subtree));
    if (!sameBytes(root, head.root))
      throw new FormatError(
        `Cannot accept the last tiles of the tree of ${head.size}: together they are not its root at ${tiles.map(tilePath).join(', ')}`,
        0,
      );
  }

  /** What must be brought, highest first, before the hash of `subtree` can be read. */
  missing(subtree: Subtree): Tile[] {
    const tiles: Tile[] = [];
    let tile = this.#tileOf(subtree);
    while (!this.#tiles.has(keyOf(tile))) {
      tiles.unshift(tile);
      tile = this.#above(tile);
    }
    return tiles;
  }

  /** Takes a complete tile whose parent is there. Throws FormatError if the parent does not vouch for it. */
  admit(tile: Tile, bytes: Uint8Array): void {
    const hashes = held(sized(tile, bytes));
    const expected = this.#read({ level: (tile.level + 1) * HEIGHT, index: tile.index });
    if (tile.width !== FULL || !sameBytes(this.#within(hashes, 0, FULL), expected))
      throw new FormatError(
        `Cannot accept ${tilePath(tile)}: its hash is not the one in the tile above at 0`,
        0,
      );
    this.#tiles.set(keyOf(tile), hashes);
  }

  /** Throws RangeError for what is beyond the tree or was not brought: that is a bug of the caller. */
  hash(subtree: Subtree): Uint8Array {
    return this.#read(subtree);
  }

  #read(subtree: Subtree): Uint8Array {
    const tile = this.#tileOf(subtree);
    const hashes = this.#tiles.get(keyOf(tile));
    if (!hashes) throw new RangeError(`${tilePath(tile)} was not brought`);
    const span = 2 ** (subtree.level - tile.level * HEIGHT);
    return this.#within(hashes, subtree.index * span - tile.index * FULL, span);
  }

  /** The hash over `count` neighbours in a tile, computed once: many records share a tile. */
  #within(tile: HeldTile, first: number, count: number): Uint8Array {
    if (count === 1) return tile.hashes.subarray(first * HASH_BYTES, (first + 1) * HASH_BYTES);
    const node = (FULL + first) / count;
    const place = tile.nodes.subarray(node * HASH_BYTES, (node + 1) * HASH_BYTES);
    if (tile.isComputed[node] === 1) return place;
    const half = count / 2;
    const [left, right] = [this.#within(tile, first, half), this.#within(tile, first + half, half)];
    place.set(nodeHash(this.#sha256, left, right));
    tile.isComputed[node] = 1;
    return place;
  }

  #tileOf({ level, index }: Subtree): Tile {
    if (level < 0 || index < 0 || (index + 1) * 2 ** level > this.head.size)
      throw new RangeError(`no subtree ${level}/${index} in a tree of ${this.head.size}`);
    const tileLevel = Math.floor(level / HEIGHT);
    return this.#tile(tileLevel, Math.floor((index * 2 ** (level - tileLevel * HEIGHT)) / FULL));
  }

  #above({ level, index }: Tile): Tile {
    return this.#tile(level + 1, Math.floor(index / FULL));
  }

  #tile(level: number, index: number): Tile {
    const hashes = Math.floor(this.head.size / FULL ** level);
    return { level, index, width: Math.min(FULL, hashes - index * FULL) };
  }
}

interface HeldTile {
  readonly hashes: Uint8Array;
  /** What lies above them inside the tile: node 1 is over all of them, nodes 2n and 2n + 1 are below node n. */
  readonly nodes: Uint8Array;
  readonly isComputed: Uint8Array;
}

function held(hashes: Uint8Array): HeldTile {
  return { hashes, nodes: new Uint8Array(FULL * HASH_BYTES), isComputed: new Uint8Array(FULL) };
}

function sized(tile: Tile, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== tile.width * HASH_BYTES)
    throw new FormatError(
      `Cannot accept ${tilePath(tile)}: it has ${bytes.length} bytes instead of ${tile.width * HASH_BYTES} at 0`,
      0,
    );
  return bytes;
}

function keyOf({ level, index }: Tile): string {
  return `${level}/${index}`;
}
