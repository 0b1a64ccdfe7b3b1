/**
 * Every Go tree on PATH, and in a full run every other, against the checksum log. Offline by itself: the record comes from
 * our store or the go command's own cache, and a tree without a record is not read at all.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import { goInstalls, type GoInstalls } from '../../evidence/toolchain/go-installs.ts';
import { heldGoTrees, type HeldGoTrees } from '../../evidence/toolchain/held-go-trees.ts';
import { HostError } from '../../host/host.ts';
import { holdGoroots } from '../../integrity/held-goroots.ts';
import { absent, known } from '../../model/fact.ts';
import { databaseOf } from '../../sumdb/database.ts';
import type { Question } from '../../sumdb/prove.ts';
import { probe } from '../probe.ts';

export const heldGoTreesProbe = probe({
  gathers: heldGoTrees,
  needs: { go: goInstalls },
  cost: { time: 'instant', writes: ['goassay’s own store'] },
  async gather(host, { go: { installs } }, { online, profile }) {
    const env = installs.find((install) => install.env)?.env;
    // A tree takes half a second to read for the first time; the doctor has two for everything.
    const looked = installs.filter(({ positions }) => profile === 'full' || positions.length > 0);
    const trees = treesOf(looked);
    if (!env || trees.size === 0) return absent({ en: 'There is no Go on this machine', zh: '本机没有 Go' });
    const settings = {
      GOPROXY: env['GOPROXY'] ?? 'off',
      GOSUMDB: env['GOSUMDB'] ?? 'off',
      GONOSUMDB: env['GONOSUMDB'] ?? '',
      GOMODCACHE: env['GOMODCACHE'] ?? '',
      GOPATH: env['GOPATH'] ?? '',
    };
    const question = { host, settings, database: databaseOf(settings.GOSUMDB), online };
    let unchanged = 0;
    const held: HeldGoTrees['trees'] = [];
    for (const [goroot, manager] of trees) {
      const one = await holdOne(question, goroot);
      unchanged += one.unchanged;
      held.push({ manager, goroot, ...one.tree });
    }
    return known({ trees: held, unchanged });
  },
});

async function holdOne(question: Question, goroot: string) {
  try {
    const { goroots, unchanged } = await holdGoroots(question, [goroot], false);
    const [held] = goroots;
    return { tree: held ? { held } : {}, unchanged };
  } catch (error) {
    const isRefusal =
      error instanceof FormatError || (error instanceof HostError && error.refusal !== 'interrupted');
    if (!isRefusal) throw error;
    return { tree: { trouble: error.message }, unchanged: 0 };
  }
}

/** By GOROOT; several commands may belong to one tree. */
function treesOf(installs: GoInstalls['installs']): Map<string, GoInstalls['installs'][number]['manager']> {
  const trees = new Map<string, GoInstalls['installs'][number]['manager']>();
  for (const { goroot, manager } of installs)
    if (goroot !== undefined && !trees.has(goroot)) trees.set(goroot, manager);
  return trees;
}
