/**
 * One build with a fresh GOCACHE and a fresh GOMODCACHE, of a module that needs another one.
 * That other module comes from a proxy made of files, in the layout of the GOPROXY protocol
 * (go.dev/ref/mod#goproxy-protocol), so Go really downloads it, and no network is needed.
 *
 * @module
 */

import { cacheContents, type CacheContents } from '../../evidence/toolchain/cache-contents.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { storedZip } from '../../formats/stored-zip.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { filesBelow } from './files-below.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

/** No imports and no main in either, so that nothing of the standard library is compiled. */
const NEEDED = '// Package answer is what the build below needs.\npackage answer\n\nconst Answer = 42\n';
const NEEDED_MOD = 'module goassay.example/answer\n\ngo 1.16\n';
const NEEDING =
  'package question\n\nimport "goassay.example/answer"\n\nfunc Question() int { return answer.Answer }\n';
const NEEDING_MOD = 'module goassay.example/question\n\ngo 1.16\n\nrequire goassay.example/answer v1.0.0\n';

export const cacheContentsProbe = probe({
  gathers: cacheContents,
  needs: { go: goUnderTest },
  cost: { time: 'seconds' },
  async gather(host, { go: { path: go } }) {
    const root = await host.scratch('cache-contents');
    const directory = joinPath(root, 'question');
    await host.writeScratch(joinPath(directory, 'question.go'), NEEDING);
    await host.writeScratch(joinPath(directory, 'go.mod'), NEEDING_MOD);
    await writeProxy(host, joinPath(root, 'proxy'));
    const [goCache, goModCache] = [joinPath(root, 'gocache'), joinPath(root, 'gomodcache')];
    const environment = {
      GOCACHE: goCache,
      GOMODCACHE: goModCache,
      GOPROXY: `file://${encodeURI(joinPath(root, 'proxy'))}`,
      GOSUMDB: 'off',
      GOPRIVATE: undefined,
      GONOPROXY: 'none',
      GOWORK: 'off',
      // Writable, so that the scratch directory can be removed afterwards; -mod=mod writes go.sum.
      GOFLAGS: '-mod=mod -modcacherw',
    };
    const run = (...args: string[]) =>
      record(`go ${args.join(' ')}`, () => runGo(host, { go, args, directory, environment }));
    const asked = await run('env', 'GOCACHE', 'GOMODCACHE');
    const build = await run('build', './...');
    return known({
      asked,
      build,
      goCache: await contents(host, goCache),
      goModCache: await contents(host, goModCache),
    });
  },
});

async function writeProxy(host: Host, proxy: string): Promise<void> {
  const encoder = new TextEncoder();
  const prefix = 'goassay.example/answer@v1.0.0/';
  const zip = storedZip([
    { name: `${prefix}go.mod`, bytes: encoder.encode(NEEDED_MOD) },
    { name: `${prefix}answer.go`, bytes: encoder.encode(NEEDED) },
  ]);
  const version = joinPath(proxy, 'goassay.example/answer/@v');
  await host.writeScratch(joinPath(version, 'list'), 'v1.0.0\n');
  await host.writeScratch(
    joinPath(version, 'v1.0.0.info'),
    '{"Version":"v1.0.0","Time":"2021-02-16T00:00:00Z"}\n',
  );
  await host.writeScratch(joinPath(version, 'v1.0.0.mod'), NEEDED_MOD);
  await host.writeScratch(joinPath(version, 'v1.0.0.zip'), zip);
}

async function contents(host: Host, directory: string): Promise<CacheContents['goCache']> {
  const paths = await filesBelow(host, directory);
  let [moduleSources, compiledPackages] = [0, 0];
  for (const path of paths) {
    const text = new TextDecoder('latin1').decode(await host.readFile(path));
    if (text === NEEDED) moduleSources += 1;
    if (text.startsWith('!<arch>\n')) compiledPackages += 1;
  }
  return { directory, files: paths.length, moduleSources, compiledPackages };
}
