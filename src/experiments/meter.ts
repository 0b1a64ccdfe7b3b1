/**
 * The meter: built with the user's Go, kept by the digest of its sources and of the Go that built
 * it, and asked for a handful of runs at a time.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { HostError, type Host } from '../host/host.ts';
import { runGo } from '../probes/go-command.ts';

export interface MeteredCommand {
  readonly argv: readonly string[];
  readonly dir?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cpu?: number | undefined;
  readonly cores?: 'efficiency' | undefined;
  readonly timeLimitNs: number;
  readonly outputLimit: number;
  readonly keep: number;
}

const counters = z.object({
  monotonicNs: z.number(),
  bootNs: z.number().optional(),
  clockNs: z.number(),
  cpuPressureUs: z.number().optional(),
  memoryPressureUs: z.number().optional(),
  stealTicks: z.number().optional(),
  idleTicks: z.number().optional(),
  totalTicks: z.number().optional(),
  ownTicks: z.number().optional(),
  throttles: z.number().optional(),
  quotaUs: z.number().optional(),
  swapPages: z.number().optional(),
});

const meteredSchema = z.object({
  ended: z.enum(['exit', 'signal', 'time limit', 'output limit', 'not started']),
  exit: z.number(),
  signal: z.string().optional(),
  error: z.string().optional(),
  wallNs: z.number(),
  userNs: z.number(),
  systemNs: z.number(),
  peakBytes: z.number(),
  floorBytes: z.number(),
  majorFaults: z.number(),
  involuntarySwitches: z.number(),
  lastCpu: z.number(),
  pinned: z.string().optional(),
  biased: z.string().optional(),
  performanceShare: z.number().optional(),
  stdoutBytes: z.number(),
  stdoutSha256: z.string(),
  stdout: z.string(),
  stderr: z.string(),
  leftBehind: z.array(z.string()),
  spinNs: z.number().optional(),
  before: counters,
  after: counters,
});

export type Metered = z.infer<typeof meteredSchema>;
export type Counters = z.infer<typeof counters>;

export interface Meter {
  readonly path: string;
  /** Digest of the sources and of the Go that built it. */
  readonly content: string;
}

/** Finds the meter or builds it. Throws HostError if this Go cannot. */
export async function meterFor(host: Host, go: string): Promise<Meter> {
  const sources = await host.instrument('meter');
  const version = await runGo(host, { go, args: ['version'] });
  const content = createHash('sha256')
    .update(JSON.stringify([sources, version.stdout]))
    .digest('hex')
    .slice(0, 32);
  const path = `${cacheDirectory(host)}/goassay/instruments/${content}/meter`;
  if (await isWhole(host, path, content)) return { path, content };

  // Go does not write over what is no executable, such as one that was cut short.
  if (await host.status(path)) await host.run({ argv: ['rm', '-f', path] });
  const directory = await host.scratch('meter');
  for (const [name, text] of Object.entries(sources)) await host.writeScratch(`${directory}/${name}`, text);
  const { exit, stderr } = await runGo(host, {
    go,
    args: ['build', '-trimpath', '-ldflags', `-s -w -X main.content=${content}`, '-o', path, '.'],
    directory,
    // Built for this machine, whatever the user's settings are for.
    environment: { GOOS: '', GOARCH: '', GOFLAGS: '-buildvcs=false', GOWORK: 'off', CGO_ENABLED: '0' },
  });
  if (exit !== 0 || !(await isWhole(host, path, content)))
    throw new HostError('failed', `Cannot build the meter with ${go}: ${lastLine(stderr)}`);
  return { path, content };
}

/** A build that was cut short does not say what it was built from. */
async function isWhole(host: Host, path: string, content: string): Promise<boolean> {
  if ((await host.status(path)) === undefined) return false;
  try {
    return (await host.run({ argv: [path, '-version'] })).stdout.trim() === content;
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted') return false;
    throw error;
  }
}

function cacheDirectory(host: Host): string {
  const chosen = host.variable('XDG_CACHE_HOME');
  if (chosen !== undefined && chosen.startsWith('/')) return chosen;
  return `${host.homeDirectory}/${host.system === 'darwin' ? 'Library/Caches' : '.cache'}`;
}

const SPIN_NS = 1_000_000;
/** Of a JSON line, besides the output that is passed on. */
const LINE_BYTES = 16_384;

/** Runs the commands one after another; the meter holds their limits, and this call its sum of them. */
export async function metered(host: Host, meter: Meter, runs: readonly MeteredCommand[]): Promise<Metered[]> {
  const plan = `${await host.scratch('meter')}/plan.json`;
  await host.writeScratch(plan, JSON.stringify({ spinNs: SPIN_NS, pauseNs: 0, runs }));
  const { exit, stdout, stderr } = await host.run({
    argv: [meter.path, '-plan', plan],
    timeLimitMs: 10_000 + runs.reduce((sum, run) => sum + run.timeLimitNs / 1e6 + 2_000, 0),
    outputLimitBytes: runs.reduce((sum, { keep }) => sum + 6 * keep + LINE_BYTES, 0),
  });
  if (exit !== 0) throw new HostError('failed', `Cannot measure: ${lastLine(stderr)}`);
  const found = stdout
    .trimEnd()
    .split('\n')
    .map((line) => meteredSchema.parse(JSON.parse(line)));
  if (found.length !== runs.length)
    throw new HostError('failed', `Cannot measure: the meter told of ${found.length} runs of ${runs.length}`);
  return found;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
