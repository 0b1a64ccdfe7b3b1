/**
 * Starting a program of either architecture on a Mac and asking it whether it is translated. A refusal
 * by the system is an answer here, not an obstacle.
 *
 * @module
 */

import { darwinStart } from '../../evidence/runtime/darwin-start.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

/** Rosetta compiles a program at its first start, which takes a while. */
const START_LIMIT_MS = 30_000;

export const darwinStartProbe = probe({
  gathers: darwinStart,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    if (host.system !== 'darwin') {
      return absent(
        {
          en: 'This is no Mac, so macOS programs do not start here',
          zh: '本机不是 Mac，无法启动 macOS 程序',
        },
        { en: 'Run goassay on an Apple silicon Mac', zh: '在 Apple Silicon Mac 上运行 goassay' },
      );
    }
    const directory = await host.scratch('darwin-start');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('translated/main_darwin.go'));
    const runs = [];
    for (const goarch of ['arm64', 'amd64']) {
      const output = `${directory}/translated-${goarch}`;
      const environment = { GOOS: 'darwin', GOARCH: goarch, CGO_ENABLED: '0' };
      const built = await runGo(host, {
        go: go.path,
        args: ['build', '-o', output, 'main.go'],
        directory,
        environment,
      });
      if (built.exit !== 0)
        throw new HostError('failed', `Cannot build for darwin/${goarch}: ${built.stderr.slice(0, 300)}`);
      runs.push(await started(() => host.run({ argv: [output], timeLimitMs: START_LIMIT_MS }), goarch));
    }
    return known({ runs });
  },
});

/** "Bad CPU type in executable" is an answer here, not an obstacle. */
async function started(start: () => ReturnType<typeof runGo>, goarch: string) {
  try {
    const { exit, stdout, stderr } = await start();
    const value = /^\w+ (\d+)$/m.exec(stdout)?.[1];
    return {
      goarch,
      exit,
      stderr: stderr.slice(0, 600),
      ...(value !== undefined && { translated: Number(value) }),
    };
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted')
      return { goarch, stderr: error.message };
    throw error;
  }
}
