/**
 * The whitepaper's setting, section 4.4, in a scratch home: the default cache of that home is
 * empty before, so whatever is in it afterwards was put there by the build.
 *
 * @module
 */

import { gocacheDirectory } from '../../evidence/toolchain/gocache-directory.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo, runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { filesBelow } from './files-below.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const LISTING = 'package one\n\nfunc One() int { return 1 }\n';
const PRINTED = 'GOCACHE=~/tmp/go-build-cache';
const QUOTED = "GOCACHE='~/tmp/go-build-cache'";

export const gocacheDirectoryProbe = probe({
  gathers: gocacheDirectory,
  needs: { go: goUnderTest },
  cost: { time: 'seconds' },
  async gather(host, { go: { path: go } }) {
    const home = await host.scratch('gocache-directory');
    const directory = joinPath(home, 'one');
    await host.writeScratch(joinPath(directory, 'one.go'), LISTING);
    const environment = {
      HOME: home,
      XDG_CACHE_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
      GOENV: undefined,
      GOCACHE: undefined,
    };
    const { stdout } = await runGo(host, { go, args: ['env', 'GOCACHE'], directory, environment });
    const defaultCache = stdout.trim();
    if (!defaultCache.startsWith(home)) {
      throw new HostError(
        'failed',
        `Cannot try GOCACHE: the default cache ${defaultCache} is not below ${home}`,
      );
    }
    const count = async (path: string): Promise<number> => (await filesBelow(host, path)).length;
    const build = async (setting: string) => {
      const script = `${setting} go build one.go`;
      const run = await record(script, () => runPrinted(host, { go, script, directory, environment }));
      return {
        run,
        inNamed: await count(joinPath(home, 'tmp/go-build-cache')),
        inDefault: await count(defaultCache),
      };
    };
    const before = await count(defaultCache);
    const printed = await build(PRINTED);
    return known({ defaultCache, before, printed, quoted: await build(QUOTED) });
  },
});
