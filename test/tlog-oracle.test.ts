/**
 * Roots, proofs and tiles held against golang.org/x/mod/sumdb/tlog: every size from 1 to 1,100 and
 * sizes around powers of 256 up to 70,000.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { hexOf } from '../src/bytes/digest.ts';
import {
  consistencyProof,
  inclusionProof,
  subtreesOf,
  verifyConsistency,
  verifyInclusion,
} from '../src/formats/tlog.ts';
import { AuthenticTiles, edgeTiles, tilePath } from '../src/formats/tlog-tiles.ts';
import { goProgram, say, XMOD_HERE } from './go-oracle.ts';
import { sampleLog, sha256 } from './sample-log.ts';

const LARGE = [65_534, 65_535, 65_536, 65_537, 65_538, 65_791, 65_792, 65_793, 66_000, 69_999, 70_000];
const SIZES = [...Array.from({ length: 1100 }, (_, at) => at + 1), ...LARGE];

/** Positions and older sizes that are asked for in a tree of `size`. */
const placesIn = (size: number): number[] =>
  [0, 1, 254, 255, 256, Math.floor(size / 3), Math.floor(size / 2), size - 2, size - 1].filter(
    (place, at, all) => place >= 0 && place < size && all.indexOf(place) === at,
  );

const PROGRAM = `package main

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

type store []tlog.Hash

func (s store) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		out[i] = s[at]
	}
	return out, nil
}

func list(hashes []tlog.Hash) string {
	var words []string
	for _, h := range hashes {
		words = append(words, fmt.Sprintf("%x", h[:]))
	}
	return strings.Join(words, ",")
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Reads lines "SIZE PLACE PLACE …" in ascending order of size, and prints what the log says.
func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var all store
	var n int64
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		fields := strings.Fields(in.Text())
		var size int64
		fmt.Sscan(fields[0], &size)
		for ; n < size; n++ {
			hashes, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("record %d\\n", n)), all)
			must(err)
			all = append(all, hashes...)
		}
		root, err := tlog.TreeHash(size, all)
		must(err)
		fmt.Fprintf(out, "root %d %x\\n", size, root[:])
		for _, field := range fields[1:] {
			var place int64
			fmt.Sscan(field, &place)
			record, err := tlog.ProveRecord(size, place, all)
			must(err)
			fmt.Fprintf(out, "record %d %d %s\\n", size, place, list(record))
			tree, err := tlog.ProveTree(size, place+1, all)
			must(err)
			fmt.Fprintf(out, "tree %d %d %s\\n", size, place+1, list(tree))
		}
		for _, tile := range tlog.NewTiles(8, 0, size) {
			if tile.W == 256 {
				continue
			}
			data, err := tlog.ReadTileData(tile, all)
			must(err)
			fmt.Fprintf(out, "edge %d %s %x\\n", size, tile.Path(), sha256.Sum256(data))
		}
	}
}
`;

const log = sampleLog(Array.from({ length: 70_000 }, (_, at) => new TextEncoder().encode(`record ${at}\n`)));

test('roots, proofs and edge tiles are those of x/mod for every size', XMOD_HERE, () => {
  const program = goProgram('tlog', PROGRAM);
  const said = say(program, SIZES.map((size) => `${[size, ...placesIn(size)].join(' ')}\n`).join(''));
  const list = (hashes: readonly Uint8Array[]): string => hashes.map(hexOf).join(',');
  const ours: string[] = [];
  for (const size of SIZES) {
    ours.push(`root ${size} ${hexOf(log.head(size).root)}`);
    for (const place of placesIn(size)) {
      ours.push(`record ${size} ${place} ${list(inclusionProof(sha256, size, place, log.hash))}`);
      ours.push(`tree ${size} ${place + 1} ${list(consistencyProof(sha256, size, place + 1, log.hash))}`);
    }
    for (const tile of edgeTiles(size)) {
      const digest = createHash('sha256').update(log.tile(tile)).digest('hex');
      ours.push(`edge ${size} ${tilePath(tile)} ${digest}`);
    }
  }
  assert.deepEqual(said.trimEnd().split('\n'), ours);
});

test('proofs are accepted as made, and refused with any one bit of them changed', () => {
  for (const size of [1, 2, 3, 7, 255, 256, 257, 300, 1000, 65_537, 70_000]) {
    const head = log.head(size);
    for (const place of placesIn(size)) {
      const leaf = log.hash({ level: 0, index: place });
      const inclusion = inclusionProof(sha256, size, place, log.hash);
      assert.ok(verifyInclusion(sha256, inclusion, head, place, leaf));
      for (const forged of forgeries(inclusion))
        assert.ok(!verifyInclusion(sha256, forged, head, place, leaf));
      assert.ok(!verifyInclusion(sha256, inclusion, head, place, sha256()));
      if (size > 1) assert.ok(!verifyInclusion(sha256, inclusion, head, place === 0 ? 1 : place - 1, leaf));
      const old = log.head(place + 1);
      const consistency = consistencyProof(sha256, size, place + 1, log.hash);
      assert.ok(verifyConsistency(sha256, consistency, head, old));
      for (const forged of forgeries(consistency)) assert.ok(!verifyConsistency(sha256, forged, head, old));
      assert.ok(!verifyConsistency(sha256, consistency, head, { ...old, root: sha256() }));
    }
  }
});

test('a tree reads every hash from tiles it vouches for, and no tile with one bit changed gets in', () => {
  for (const size of [...Array.from({ length: 1100 }, (_, at) => at + 1), ...LARGE]) {
    const edge = edgeTiles(size).map((tile) => log.tile(tile));
    const tiles = new AuthenticTiles(sha256, log.head(size), edge);
    for (const place of size < 300 || size > 1000 ? placesIn(size) : [0, size - 1]) {
      const leaf = { level: 0, index: place };
      for (const tile of tiles.missing(leaf)) {
        for (const at of [0, size % 8192, 8191]) {
          const forged = log.tile(tile);
          forged[at] = (forged[at] ?? 0) ^ 1;
          assert.throws(() => tiles.admit(tile, forged), /Cannot accept tile/);
        }
        tiles.admit(tile, log.tile(tile));
      }
      assert.equal(hexOf(tiles.hash(leaf)), hexOf(log.hash(leaf)));
    }
    for (const [which, tile] of edge.entries()) {
      const forged = [...edge];
      forged[which] = tile.map((byte, at) => (at === tile.length - 1 ? byte ^ 0x80 : byte));
      assert.throws(() => new AuthenticTiles(sha256, log.head(size), forged), /not its root/);
    }
  }
});

test('the row of subtrees of a size has one for each of its bits', () => {
  for (const size of SIZES) {
    const bits = Array.from(size.toString(2)).filter((bit) => bit === '1').length;
    assert.equal(subtreesOf(0, size).length, bits);
  }
});

function* forgeries(proof: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const [at, hash] of proof.entries())
    yield proof.with(
      at,
      hash.map((byte, place) => (place === at % 32 ? byte ^ 4 : byte)),
    );
  yield [...proof, sha256()];
  if (proof.length > 0) yield proof.slice(1);
}
