/**
 * One byte changed in a copy of the compiler, of a file of the standard library and of the go
 * command: what `go version -m` prints then, and whether the hash of the tree changes.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { changedGoTree, type ChangedGoTree } from '../../evidence/toolchain/changed-go-tree.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { dirHash } from '../../formats/dirhash.ts';
import { LEFT_OUT, toolchainFiles } from '../../formats/goroot-module.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { sha256 } from '../../sumdb/digest.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const LIMIT_BYTES = 2 ** 27;

export const changedGoTreeProbe = probe({
  gathers: changedGoTree,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', profile: 'full' },
  async gather(host, { go: { path: go, goroot, env } }) {
    const entries = await host.digestTree(goroot, LEFT_OUT);
    if (!entries) throw new HostError('failed', `Cannot read ${goroot}: there is nothing`);
    const { covered } = toolchainFiles(entries, false);
    const before = dirHash(sha256, covered);
    const list = (path: string) =>
      record('go version -m $(which go)', () => runGo(host, { go, args: ['version', '-m', path] }));
    const tools = `pkg/tool/${env['GOHOSTOS'] ?? ''}_${env['GOHOSTARCH'] ?? ''}`;
    const changes: ChangedGoTree['changes'] = [];
    for (const file of [`${tools}/compile`, 'src/fmt/print.go', 'bin/go']) {
      const changed = await changedCopy(host, goroot, file);
      const hash = dirHash(sha256, [
        ...covered.filter(({ name }) => name !== file),
        { name: file, sha256: changed.digest },
      ]);
      const listing = await list(file === 'bin/go' ? changed.path : joinPath(goroot, 'bin/go'));
      changes.push({
        file,
        offset: changed.offset,
        listing: withoutPath(listing),
        hashDiffers: hash !== before,
      });
    }
    return known({ listing: withoutPath(await list(joinPath(goroot, 'bin/go'))), changes });
  },
});

/** In the last third, where a program has data and a source file its end: it still starts. */
async function changedCopy(host: Host, goroot: string, file: string) {
  const bytes = await host.readFile(joinPath(goroot, file), LIMIT_BYTES);
  if (!bytes || bytes.length === 0)
    throw new HostError('failed', `Cannot read ${joinPath(goroot, file)}: it is not there`);
  const copy = Uint8Array.from(bytes);
  const offset = Math.floor(copy.length * 0.7);
  copy[offset] = (copy[offset] ?? 0) ^ 1;
  const path = joinPath(await host.scratch('changed-go-tree'), file.replaceAll('/', '-'));
  await host.writeScratch(path, copy);
  return { path, offset, digest: createHash('sha256').update(copy).digest('hex') };
}

/** The first line begins with the path of the file, which is not what is compared. */
function withoutPath<T extends { readonly stdout: string }>(run: T): T {
  return { ...run, stdout: run.stdout.replace(/^[^\n]*: /, '') };
}
