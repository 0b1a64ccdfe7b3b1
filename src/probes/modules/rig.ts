/**
 * The rig: real go commands against proxies, databases and origins that exist on loopback only.
 *
 * It is an instrument of ours, built with the Go under test. Scenarios go in as one argument and
 * the recording comes out, so a run with a rig can be taped and replayed like any other command.
 *
 * @module
 */

import * as z from 'zod';
import { HostError, type Host } from '../../host/host.ts';
import { buildInstrument } from './instrument.ts';

export interface RigRule {
  readonly Kind?: string;
  readonly Module?: string;
  readonly Status?: number;
  readonly Body?: string;
  readonly Location?: string;
  readonly Forge?: boolean;
  readonly StallMs?: number;
}

export interface RigServer {
  readonly Kind: 'proxy' | 'sumdb' | 'origin';
  readonly Base?: string;
  readonly SumDB?: string;
  readonly Rules?: readonly RigRule[];
}

interface RigModule {
  readonly Path: string;
  readonly Version: string;
  readonly Mod?: string;
  readonly Files?: Readonly<Record<string, string>>;
  readonly Hosts?: readonly string[];
}

export interface RigCommand {
  readonly Args: readonly string[];
  readonly Program?: string;
  readonly Directory?: string;
  readonly Environment?: Readonly<Record<string, string>>;
  readonly ReadOnly?: readonly string[];
}

export interface Scenario {
  readonly Name: string;
  readonly Modules?: readonly RigModule[];
  readonly Servers?: Readonly<Record<string, RigServer>>;
  readonly Environment?: Readonly<Record<string, string>>;
  readonly Files?: Readonly<Record<string, string>>;
  readonly Commands: readonly RigCommand[];
}

const recordingSchema = z.object({
  Name: z.string(),
  Requests: z.array(
    z.object({
      Command: z.number(),
      Scheme: z.string(),
      Host: z.string(),
      Path: z.string(),
      Kind: z.string(),
      Module: z.string(),
      Status: z.number(),
      Credentials: z.boolean(),
    }),
  ),
  Commands: z.array(z.object({ Exit: z.number(), Stdout: z.string(), Stderr: z.string() })),
  Entries: z.array(z.string()),
});

export type Recording = z.infer<typeof recordingSchema>;

export function buildRig(host: Host, go: string): Promise<string> {
  return buildInstrument(host, go, 'rig');
}

/** Plays the scenarios one after the other, each in a world of its own. */
export async function playRig(
  host: Host,
  rig: string,
  go: string,
  scenarios: readonly Scenario[],
  timeLimitMs = 300_000,
): Promise<Recording[]> {
  const plan = JSON.stringify({ Go: go, Scenarios: scenarios });
  const { exit, stdout, stderr } = await host.run({
    argv: [rig, plan],
    timeLimitMs,
    outputLimitBytes: 2 ** 26,
  });
  if (exit !== 0) throw new HostError('failed', `Cannot play the rig: ${stderr.trim().slice(0, 500)}`);
  return z.array(recordingSchema).parse(JSON.parse(stdout));
}
