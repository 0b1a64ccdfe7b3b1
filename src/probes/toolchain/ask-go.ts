/**
 * Asking a go command who it is: `go version` and `go env -json`, in a directory of ours outside
 * any module, offline, five seconds each, because it may be a shim, a wrapper or something broken.
 *
 * @module
 */

import * as z from 'zod';
import { FormatError } from '../../bytes/error.ts';
import { parseGoVersionLine, type GoVersionLine } from '../../formats/go-version.ts';
import { HostError, type Host, type Outcome } from '../../host/host.ts';
import { runGo, type GoRun } from '../go-command.ts';

export interface GoAnswers {
  /** The first line of `go version`, verbatim. */
  readonly versionLine: string;
  readonly version: GoVersionLine;
  /** Every variable that `go env -json` printed, unknown ones included. */
  readonly env: Readonly<Record<string, string>>;
}

const envSchema = z.record(z.string(), z.string());

/** Throws HostError when it does not run or fails, FormatError when what it prints is not Go's. */
export async function askGo(
  host: Host,
  go: string,
  { timeLimitMs = 5000, environment = {} }: Pick<GoRun, 'timeLimitMs' | 'environment'> = {},
): Promise<GoAnswers> {
  const directory = await host.scratch('outside-any-module');
  const ask = (...args: string[]): Promise<Outcome> =>
    runGo(host, { go, args, directory, environment, timeLimitMs });
  const [version, env] = await Promise.all([ask('version'), ask('env', '-json')]);
  const [versionLine = ''] = succeeded(version, `${go} version`).split('\n');
  return {
    versionLine,
    version: parseGoVersionLine(versionLine),
    env: parseEnv(succeeded(env, `${go} env -json`)),
  };
}

function succeeded({ exit, signal, stdout, stderr }: Outcome, words: string): string {
  if (exit === 0) return stdout;
  const [said = ''] = (stderr || stdout).trim().split('\n');
  const ended = exit === undefined ? `signal ${signal}` : `exit ${exit}`;
  throw new HostError(
    'failed',
    `Cannot run ${words}: ${ended}, it says ${JSON.stringify(said.slice(0, 200))}`,
  );
}

function parseEnv(text: string): Readonly<Record<string, string>> {
  try {
    const checked = envSchema.safeParse(JSON.parse(text));
    if (checked.success) return checked.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const shown = JSON.stringify(text.slice(0, 80));
  throw new FormatError(`Cannot read the output of go env -json: it says ${shown} at byte 0`, 0);
}
