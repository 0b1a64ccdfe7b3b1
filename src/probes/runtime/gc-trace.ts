import * as z from 'zod';
import { PRODUCTS, product, type Product } from '../../evidence/binary/product.ts';
import { foreignExecution, runnerFor, type Runner } from '../../evidence/machine/foreign-execution.ts';
import { system } from '../../evidence/machine/system.ts';
import { architectureOf, translation } from '../../evidence/machine/translation.ts';
import { gcTrace } from '../../evidence/runtime/gc-trace.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { of, wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';

const COLLECTIONS = '8';

const printed = z.object({ goarch: z.string(), cycles: z.number() });

/** Here in any case, and for arm64 where an arm64 machine or a translator is at hand. */
export const gcTraceProbe = probe({
  gathers: gcTrace,
  needs: {
    here: of(product, PRODUCTS.metricsHere),
    arm64: wish(of(product, PRODUCTS.metricsLinux)),
    machine: system,
    foreign: foreignExecution,
    heard: wish(translation),
  },
  cost: { time: 'seconds' },
  async gather(host, { here, arm64, machine, foreign, heard }) {
    const runs = [await traced(host, here, { argv: [], means: 'native' })];
    const own = { system: machine.system, architecture: architectureOf(heard, machine.processArchitecture) };
    const runner = arm64?.made === true ? runnerFor(foreign, own, 'linux', 'arm64') : undefined;
    if (arm64 && runner && runner.means !== 'native') runs.push(await traced(host, arm64, runner));
    return known({ runs });
  },
});

async function traced(host: Host, { path, made, stderr: why }: Product, { argv, means }: Runner) {
  if (!made) throw new HostError('failed', `Cannot run ${path}: its build failed: ${why.split('\n')[0]}`);
  const [program, ...rest] = [...argv, path, '-collect', COLLECTIONS];
  const { exit, stdout, stderr } = await host.run({
    argv: [program ?? path, ...rest],
    environment: { GODEBUG: 'gctrace=1' },
    timeLimitMs: 60_000,
  });
  const document = printed.safeParse(jsonIn(stdout));
  if (!document.success)
    throw new HostError('failed', `Cannot use ${path}: it printed ${stdout.slice(0, 100)}`);
  const lines = stderr.split('\n').filter((line) => line.startsWith('gc '));
  return { ...document.data, means, exit, lines };
}

/** The document on a line of its own; undefined where there is none, or none that is whole. */
function jsonIn(stdout: string): unknown {
  try {
    return JSON.parse(/^\{.*\}$/m.exec(stdout)?.[0] ?? 'null');
  } catch {
    return undefined;
  }
}
