import { exportedCgoEnabled } from '../../evidence/toolchain/exported-cgo-enabled.ts';
import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const LISTING = `package main

import "runtime"

func main() { println(runtime.CgoEnabled) }
`;

export const exportedCgoEnabledProbe = probe({
  gathers: exportedCgoEnabled,
  needs: { go: goUnderTest, found: wish(goInstalls) },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go, found }, { profile }) {
    const directory = await host.scratch('exported-cgo-enabled');
    await host.writeScratch(joinPath(directory, 'main.go'), LISTING);
    const others = profile === 'full' ? (found?.installs ?? []) : [];
    const goes = [
      { version: go.version, path: go.path },
      ...others.flatMap(({ path, realPath, env }) =>
        env === undefined || realPath === go.realPath ? [] : [{ version: env['GOVERSION'] ?? '?', path }],
      ),
    ];
    const builds = [];
    for (const { version, path } of goes) {
      const build = await record('go build main.go', () =>
        runGo(host, { go: path, args: ['build', '-o', joinPath(directory, 'main'), 'main.go'], directory }),
      );
      builds.push({ version, path, build });
    }
    return known({ listing: LISTING, builds });
  },
});
