/**
 * The paper's two commands over an older tree, in a scratch root: what is packed is the Go under
 * test, so that no download is needed and every file can be compared.
 *
 * @module
 */

import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { replayedUnpacking } from '../../evidence/toolchain/replayed-unpacking.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo, runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

/** Printed: sudo rm -rf /usr/local/go; sudo tar -C /usr/local -xzf go1.22.5.darwin-arm64.tar.gz. */
const EMPTY = 'rm -rf usr/local/go';
const UNPACK = 'tar -C usr/local -xzf go.tar.gz';
/** What a release before 1.20 had and the new one has not. */
const STALE = 'pkg/stale_arch/fmt.a';

export const replayedUnpackingProbe = probe({
  gathers: replayedUnpacking,
  needs: { go: goUnderTest },
  cost: { time: 'minutes', profile: 'full' },
  async gather(host, { go: { goroot, version } }) {
    const directory = await host.scratch('replayed-unpacking');
    const root = joinPath(directory, 'usr/local/go');
    const at = goroot.lastIndexOf('/');
    const packing = await host.run({
      argv: [
        'tar',
        '-C',
        goroot.slice(0, at) || '/',
        `--transform=s,^${goroot.slice(at + 1)},go,`,
        '-czf',
        'go.tar.gz',
        goroot.slice(at + 1),
      ],
      directory,
      timeLimitMs: 600_000,
    });
    if (packing.exit !== 0)
      throw new HostError('failed', `Cannot pack ${goroot}: ${packing.stderr.slice(0, 200)}`);
    const before = await digests(host, goroot);
    const run = (script: string) =>
      record(script, () => runPrinted(host, { script, directory, timeLimitMs: 600_000 }));
    const seed = async (): Promise<void> => {
      await host.writeScratch(joinPath(root, STALE), 'stale\n');
      await host.writeScratch(joinPath(root, 'VERSION'), 'go1.0\n');
    };
    await seed();
    const emptied = await run(EMPTY);
    const unpacked = await run(UNPACK);
    const result = compare(before, await digests(host, root));
    const versionLine = await record('go version', () =>
      runGo(host, { go: joinPath(root, 'bin/go'), args: ['version'], environment: { GOROOT: undefined } }),
    );
    await seed();
    await run(UNPACK);
    const withoutEmptying = compare(before, await digests(host, root));
    return known({ version, files: before.size, emptied, unpacked, result, versionLine, withoutEmptying });
  },
});

async function digests(host: Host, root: string): Promise<Map<string, string>> {
  const entries = (await host.digestTree(root)) ?? [];
  return new Map(entries.map(({ name, sha256 }) => [name, sha256 ?? '']));
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const count = (names: Iterable<string>, is: (name: string) => boolean): number =>
    [...names].filter(is).length;
  return {
    missing: count(before.keys(), (name) => !after.has(name)),
    changed: count(before.keys(), (name) => after.has(name) && after.get(name) !== before.get(name)),
    stale: count(after.keys(), (name) => !before.has(name)),
  };
}
