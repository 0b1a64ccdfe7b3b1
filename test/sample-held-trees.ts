/** Go trees as the probe holds them against the log, for the tables of claims. */

import type { GorootIntegrity } from '../src/evidence/toolchain/goroot-integrity.ts';
import type { HeldGoTrees } from '../src/evidence/toolchain/held-go-trees.ts';

export function heldTree(changes: Partial<GorootIntegrity> = {}): GorootIntegrity {
  return {
    goroot: '/usr/local/go',
    downloaded: false,
    version: 'go1.26.8',
    module: 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64',
    logged: { state: 'proven', hash: 'h1:logged', record: 61_743_986, treeSize: 72_352_793 },
    hash: 'h1:logged',
    goEnvSettings: [],
    coveredFiles: 11_518,
    uncoveredFiles: 3518,
    odd: [],
    differences: [],
    differencesProven: true,
    ...changes,
  };
}

export function heldTrees(
  held: GorootIntegrity,
  manager: HeldGoTrees['trees'][number]['manager'] = 'official',
): HeldGoTrees {
  return { trees: [{ manager, goroot: held.goroot, held }], unchanged: 0 };
}
