import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { toolPaths } from '../../evidence/toolchain/tool-paths.ts';
import { containerOf } from '../../formats/container.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

const TARGETS = [
  ['darwin', 'arm64'],
  ['darwin', 'amd64'],
] as const;

/** A line of -x that starts a tool of GOROOT, perhaps behind assignments. */
const TOOL = /^(?:\w+='?[^' ]*'? )*"?(\/[^" ]*\/pkg\/tool\/[^" /]+\/(\w+)(?:\.exe)?)"? /gm;

/**
 * A build in a fresh directory is never wholly in the build cache, so compiler, assembler and
 * linker all run; -a would compile the standard library again to show the same three files.
 */
export const toolPathsProbe = probe({
  gathers: toolPaths,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build darwin/arm64', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    const directory = await host.scratch('tool-paths');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('tool-paths/main.go'));
    await host.writeScratch(`${directory}/empty.s`, await host.specimen('tool-paths/empty.s'));
    await host.writeScratch(`${directory}/go.mod`, 'module example.com/toolpaths\n\ngo 1.16\n');
    const builds = [];
    for (const [goos, goarch] of TARGETS) {
      const args = ['build', '-x', '-o', `tool-paths-${goarch}`, '.'];
      const { exit, stderr } = await runGo(host, {
        go: go.path,
        args,
        directory,
        environment: { GOOS: goos, GOARCH: goarch },
      });
      const started = new Map([...stderr.matchAll(TOOL)].map(([, path = '', name = '']) => [path, name]));
      const tools = await Promise.all(
        [...started].map(async ([path, name]) => ({
          name,
          path,
          architectures: await processorsOf(host, path),
        })),
      );
      builds.push({ goos, goarch, exit, tools });
    }
    return known({ builds });
  },
});

async function processorsOf(host: Host, path: string): Promise<string[]> {
  const head = await host.withFile(path, (file) => file.read(0, 4096));
  return [...((head && containerOf(head)?.architectures) ?? [])];
}
