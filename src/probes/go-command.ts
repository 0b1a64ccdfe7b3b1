/**
 * Asking a Go command: the one way probes start it.
 *
 * GOTOOLCHAIN=local keeps it from downloading and running another Go than the one that is
 * judged; GOPROXY=off keeps it from the network. Everything else is the user's own setting,
 * because that is what is being judged. GOFLAGS stays theirs too: if it breaks the build, the
 * build is broken.
 *
 * @module
 */

import type { Host, Outcome } from '../host/host.ts';

/** What every Go command of ours is started with. */
const OFFLINE = { GOTOOLCHAIN: 'local', GOPROXY: 'off' } as const;

export interface GoRun {
  /** Absolute path of the go command. */
  readonly go: string;
  readonly args: readonly string[];
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Default two minutes: a build with a cold cache on two slow cores. */
  readonly timeLimitMs?: number;
  readonly outputLimitBytes?: number;
}

/** Runs `go ARGS` offline. A failing command is an outcome, not an error. */
export function runGo(host: Host, run: GoRun): Promise<Outcome> {
  const { go, args, directory, environment, timeLimitMs = 120_000, outputLimitBytes } = run;
  return host.run({
    argv: [go, ...args],
    ...(directory && { directory }),
    environment: { ...OFFLINE, ...environment },
    timeLimitMs,
    ...(outputLimitBytes !== undefined && { outputLimitBytes }),
  });
}

export interface PrintedRun {
  /** The go command that the printed "go" must mean; undefined leaves PATH as it is. */
  readonly go?: string | undefined;
  /** The whitepaper's words, a constant of ours: the only text that ever reaches a shell. */
  readonly script: string;
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly timeLimitMs?: number;
}

/** Runs a command of the whitepaper as printed, by `sh`, in a throwaway directory, offline. */
export async function runPrinted(host: Host, run: PrintedRun): Promise<Outcome> {
  const { go, script, directory, environment, timeLimitMs = 120_000 } = run;
  const path = host.variable('PATH') ?? '/usr/bin:/bin';
  const found = go && `${go.slice(0, go.lastIndexOf('/'))}:${path}`;
  return host.run({
    argv: ['sh', '-c', script],
    directory,
    environment: { ...OFFLINE, ...(found && { PATH: found }), ...environment },
    timeLimitMs,
  });
}
