/**
 * Playing scenarios and writing down what came of them as evidence.
 *
 * @module
 */

import type { Trials } from '../../evidence/modules/trials.ts';
import type { Host } from '../../host/host.ts';
import { buildRig, playRig, type Scenario } from './rig.ts';

/** Enough for a claim to quote from, and not a build log. */
const LONGEST = 4000;

export interface TrialGo {
  readonly path: string;
  /** Of `go env`: its build cache is the user's own, or every trial would compile the runtime anew. */
  readonly env: Readonly<Record<string, string>>;
}

export async function playTrials(
  host: Host,
  { path, env }: TrialGo,
  scenarios: readonly Scenario[],
): Promise<Trials> {
  const cache = env['GOCACHE'] ?? '';
  const cached = scenarios.map((one) => ({
    ...one,
    Environment: { ...(cache !== '' && { GOCACHE: cache }), ...one.Environment },
  }));
  const recordings = await playRig(host, await buildRig(host, path), path, cached);
  return Object.fromEntries(
    recordings.map(({ Name, Requests, Commands, Entries }, index) => [
      Name,
      {
        requests: Requests.map(({ Command, Scheme, Host, Path, Kind, Module, Status }) => ({
          command: Command,
          host: Host,
          address: `${Scheme}://${Host}${Path}`,
          kind: Kind,
          module: Module,
          status: Status,
        })),
        commands: Commands.map(({ Exit, Stdout, Stderr }, at) => {
          const { Program = 'go', Args = [] } = scenarios[index]?.Commands[at] ?? {};
          return {
            line: [Program, ...Args].join(' '),
            exit: Exit,
            stdout: Stdout.slice(0, LONGEST),
            stderr: Stderr.slice(0, LONGEST),
          };
        }),
        entries: Entries,
      },
    ]),
  );
}
