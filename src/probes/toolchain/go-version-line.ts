import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { goVersionLine } from '../../evidence/toolchain/go-version-line.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { headerOf } from './go-files.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

/** Far enough ahead to be newer than any Go that runs this. */
const GO_MOD = 'module goassay.example/newer\n\ngo 1.999.0\n';

export const goVersionLineProbe = probe({
  gathers: goVersionLine,
  needs: { go: goUnderTest },
  cost: { time: 'instant' },
  async gather(host, { go: { path, goroot, env } }) {
    const outside = await host.scratch('outside-any-module');
    const newer = await host.scratch('newer-module');
    await host.writeScratch(joinPath(newer, 'go.mod'), GO_MOD);
    const goos = env['GOHOSTOS'] === 'darwin' ? 'linux' : 'darwin';
    const goarch = env['GOHOSTARCH'] === 'arm64' ? 'amd64' : 'arm64';
    const ask = (directory: string, environment: Readonly<Record<string, string>> = {}) => {
      const settings = Object.entries(environment).map(([name, value]) => `${name}=${value} `);
      return record(`${settings.join('')}go version`, () =>
        runGo(host, { go: path, args: ['version'], directory, environment, timeLimitMs: 10_000 }),
      );
    };
    const inTree = joinPath(goroot, 'bin/go');
    const header = await headerOf(host, inTree);
    return known({
      plain: await ask(outside),
      inNewerModule: await ask(newer),
      inNewerModuleAuto: await ask(newer, { GOTOOLCHAIN: 'auto' }),
      foreign: { goos, goarch, run: await ask(outside, { GOOS: goos, GOARCH: goarch }) },
      fileArchitectures: header?.architectures ?? [],
      file: inTree,
    });
  },
});
