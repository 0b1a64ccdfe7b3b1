import { defaultBuilds } from '../../evidence/toolchain/default-builds.ts';
import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { headerOf } from './go-files.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const LISTING = 'package main\n\nfunc main() {}\n';

export const defaultBuildsProbe = probe({
  gathers: defaultBuilds,
  needs: { found: goInstalls },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { found: { installs } }) {
    const directory = await host.scratch('default-builds');
    await host.writeScratch(joinPath(directory, 'main.go'), LISTING);
    const builds = [];
    for (const [index, { path, positions, env }] of installs.entries()) {
      if (positions.length === 0 || env === undefined) continue;
      const program = joinPath(directory, `main-${index}`);
      const build = await record('env -u GOARCH go build main.go', () =>
        runGo(host, {
          go: path,
          args: ['build', '-o', program, 'main.go'],
          directory,
          environment: { GOARCH: undefined },
        }),
      );
      const header = build.exit === 0 ? await headerOf(host, program) : undefined;
      builds.push({
        path,
        version: env['GOVERSION'] ?? '?',
        build,
        ...(header && { format: header.format }),
        architectures: header?.architectures ?? [],
      });
    }
    return known({ builds });
  },
});
