/**
 * Playing scenarios and writing down what came of them as evidence.
 *
 * @module
 */

import type { Trials } from '../../evidence/modules/trials.ts';
import type { Host } from '../../host/host.ts';
import { blocked, known, type Fact } from '../../model/fact.ts';
import { buildRig, playRig, type Scenario } from './rig.ts';

/** Enough for a claim to quote from, and not a build log. */
const LONGEST = 4000;

export interface TrialGo {
  readonly path: string;
  /** Of `go env`: its build cache is the user's own, or every trial would compile the runtime anew. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Blocked on macOS as soon as a server is played: it speaks TLS with a certificate of the rig's, and there
 * Go asks the keychain alone, so that every command would fail and none of it would mean anything.
 */
export async function playedTrials(
  host: Host,
  go: TrialGo,
  scenarios: readonly Scenario[],
): Promise<Fact<Trials>> {
  const hasServers = scenarios.some(({ Servers = {} }) => Object.keys(Servers).length > 0);
  return host.system === 'darwin' && hasServers
    ? untrustedRig()
    : known(await playTrials(host, go, scenarios));
}

export function untrustedRig(): Fact<never> {
  return blocked(
    {
      en: 'The servers of the rig have a certificate of their own, and on macOS Go trusts the keychain only (crypto/x509 reads SSL_CERT_FILE on other systems), so commands would fail for that reason alone',
      zh: '试验台的服务器使用自签证书，而在 macOS 上 Go 只信任钥匙串（仅在其他系统上 crypto/x509 才读取 SSL_CERT_FILE），命令会仅因此失败',
    },
    {
      en: 'Gather this on Linux and judge the dossier here: goassay run --profile full --out there; goassay judge there/dossier.json',
      zh: '在 Linux 上采集，再于此处判定案卷：goassay run --profile full --out there；goassay judge there/dossier.json',
    },
  );
}

async function playTrials(
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
