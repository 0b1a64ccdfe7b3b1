/**
 * Asking the Go under test how many CPUs it uses, by building a program and running it here, in the
 * control group that goassay itself is in.
 *
 * The module names the language version of that Go, because a go.mod of an older one switches the
 * reading of quotas off (GODEBUG containermaxprocs). It is built for the Go's own host, whatever
 * GOOS and GOARCH the user has set.
 *
 * @module
 */

import * as z from 'zod';
import { goCpuCount } from '../../evidence/runtime/go-cpu-count.ts';
import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

const printed = z.object({ numCPU: z.number(), gomaxprocs: z.number(), goVersion: z.string() });

export const goCpuCountProbe = probe({
  gathers: goCpuCount,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    const program = await built(host, go);
    const { stdout } = await host.run({ argv: [program] });
    const environment = host.variable('GOMAXPROCS');
    return known({ ...countIn(stdout), ...(environment !== undefined && { environment }) });
  },
});

async function built(host: Host, go: GoUnderTest): Promise<string> {
  const directory = await host.scratch('cpu-count');
  const language = /go(1\.\d+)/.exec(go.version)?.[1] ?? '1.21';
  await host.writeScratch(`${directory}/main.go`, await host.specimen('cpu-count/main.go'));
  await host.writeScratch(`${directory}/go.mod`, `module goassay/specimens/cpu-count\n\ngo ${language}\n`);
  const { exit, stderr } = await runGo(host, {
    go: go.path,
    args: ['build', '-o', 'cpu-count', '.'],
    directory,
    environment: { GOOS: go.env['GOHOSTOS'], GOARCH: go.env['GOHOSTARCH'] },
  });
  if (exit !== 0) throw new HostError('failed', `Cannot build cpu-count: ${stderr.slice(0, 300)}`);
  return `${directory}/cpu-count`;
}

function countIn(stdout: string): z.infer<typeof printed> {
  try {
    return printed.parse(JSON.parse(stdout.trim()));
  } catch (cause) {
    throw new HostError('failed', `Cannot use cpu-count: it printed "${stdout.slice(0, 100)}"`, { cause });
  }
}
