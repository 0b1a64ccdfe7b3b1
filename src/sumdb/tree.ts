/**
 * One signed tree whose hashes can be read: tiles are brought from where they are nearest and
 * accepted when the tree vouches for them. A cached tile that does not hold is brought again from
 * further away; only what came last and still does not hold is held against who sent it.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';
import { rootHash, subtreesOf, type Subtree, type TreeHead } from '../formats/tlog.ts';
import { AuthenticTiles, edgeTiles, tilePath, type Tile } from '../formats/tlog-tiles.ts';
import { HostError } from '../host/host.ts';
import { sha256 } from './digest.ts';
import type { Place, Sources } from './sources.ts';

const FULL = 256;
const HASH_BYTES = 32;

export interface Tree {
  readonly head: TreeHead;
  /** Makes the hashes of these subtrees readable. Throws HostError or FormatError. */
  bring(subtrees: readonly Subtree[]): Promise<void>;
  hash(subtree: Subtree): Uint8Array;
  /** The root that this tree had when it was smaller. */
  rootAt(size: number): Promise<Uint8Array>;
}

/** Throws HostError if tiles cannot be had from `places`, FormatError if none of them hold. */
export async function openTree(sources: Sources, places: readonly Place[], head: TreeHead): Promise<Tree> {
  const tiles = await openEdge(sources, places, head);
  const brought = new Map<string, Promise<void>>();

  async function bringTile(tile: Tile, parent: Promise<void> | undefined): Promise<void> {
    const [nearest, ...further] = places;
    // Asked for while the parent is still on its way; judged when it is there.
    const first = nearest && sources.read(nearest, tilePath(tile));
    first?.catch(() => undefined);
    await parent;
    let refusal: unknown;
    for (const [at, place] of [nearest, ...further].entries()) {
      if (place === undefined) continue;
      try {
        const bytes = await (at === 0 ? first : sources.read(place, tilePath(tile)));
        if (!bytes) continue;
        tiles.admit(tile, bytes);
        if (place === 'network') await sources.keep(tilePath(tile), bytes);
        return;
      } catch (error) {
        if (!(error instanceof FormatError || error instanceof HostError)) throw error;
        refusal = error;
      }
    }
    throw refusal ?? nobodyHas(tile, head);
  }

  async function bring(subtrees: readonly Subtree[]): Promise<void> {
    const awaited = subtrees.map((subtree): Promise<void> => {
      let last: Promise<void> | undefined;
      for (const tile of tiles.missing(subtree)) {
        const path = tilePath(tile);
        last = brought.get(path) ?? bringTile(tile, last);
        brought.set(path, last);
        last.catch(() => undefined);
      }
      return last ?? Promise.resolve();
    });
    await Promise.all(awaited);
  }

  return {
    head,
    bring,
    hash: (subtree) => tiles.hash(subtree),
    async rootAt(size) {
      await bring(subtreesOf(0, size));
      return rootHash(sha256, size, (subtree) => tiles.hash(subtree));
    },
  };
}

/** From the caches if they make the root, else all of them from the network. */
async function openEdge(sources: Sources, places: readonly Place[], head: TreeHead): Promise<AuthenticTiles> {
  const tiles = edgeTiles(head.size);
  let refusal: unknown;
  const near = places.filter((place) => place !== 'network');
  for (const from of [places, ...(near.length < places.length ? [['network'] as const] : [])]) {
    try {
      const found = await Promise.all(tiles.map((tile) => edgeTile(sources, from, tile, head)));
      const opened = new AuthenticTiles(
        sha256,
        head,
        found.map(({ bytes }) => bytes),
      );
      for (const { path, bytes, place } of found) if (place === 'network') await sources.keep(path, bytes);
      return opened;
    } catch (error) {
      if (error instanceof HostError && error.refusal === 'interrupted') throw error;
      if (!(error instanceof FormatError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** A partial tile is the beginning of the complete one, which servers may keep instead. */
async function edgeTile(sources: Sources, places: readonly Place[], tile: Tile, head: TreeHead) {
  for (const place of places) {
    const path = tilePath(tile);
    const partial = await sources.read(place, path);
    if (partial) return { path, bytes: partial, place };
    const whole = await sources.read(place, tilePath({ ...tile, width: FULL }));
    if (whole) return { path, bytes: whole.subarray(0, tile.width * HASH_BYTES), place };
  }
  throw nobodyHas(tile, head);
}

function nobodyHas(tile: Tile, { size }: TreeHead): HostError {
  return new HostError('failed', `Cannot have ${tilePath(tile)} of the tree of ${size}: it is not there`);
}
