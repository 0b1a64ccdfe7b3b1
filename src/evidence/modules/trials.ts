/**
 * Trials in the rig: what commands were run in a world of servers on loopback, what they asked
 * for, how they ended and what they left behind. Several kinds of evidence have this shape.
 *
 * @module
 */

import * as z from 'zod';

const trialSchema = z.object({
  /** In order; `command` counts from 0. */
  requests: z.array(
    z.object({
      command: z.number(),
      host: z.string(),
      /** "scheme://host/path". */
      address: z.string(),
      /** info, mod, zip, list, supported, lookup, tile, go-get … */
      kind: z.string(),
      module: z.string(),
      status: z.number(),
    }),
  ),
  commands: z.array(z.object({ line: z.string(), exit: z.number(), stdout: z.string(), stderr: z.string() })),
  /** Files and directories below the home directory of the trial, afterwards. */
  entries: z.array(z.string()),
});

/** By name. */
export const trialsSchema = z.record(z.string(), trialSchema);

export type Trial = z.infer<typeof trialSchema>;
export type Trials = z.infer<typeof trialsSchema>;

/** The trial of that name; one without commands if it was not made, which no claim takes for a success. */
export function trialOf(trials: Trials, name: string): Trial {
  return trials[name] ?? { requests: [], commands: [], entries: [] };
}

/** How the nth command ended; undefined if it never ran. */
export function exitOf({ commands }: Trial, index = 0): number | undefined {
  return commands[index]?.exit;
}

/** What was asked, of which host, by kind: "info", "lookup". */
export function hostsAsked({ requests }: Trial, kinds: readonly string[], command?: number): string[] {
  const asked = requests.filter(
    (one) => kinds.includes(one.kind) && (command === undefined || one.command === command),
  );
  return [...new Set(asked.map(({ host }) => host))];
}

/** The first line of what a command said on standard error. */
export function complaintOf({ commands }: Trial, index = 0): string {
  return (commands[index]?.stderr ?? '').trim().split('\n')[0]?.slice(0, 300) ?? '';
}
