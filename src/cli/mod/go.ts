/**
 * The go command that `goassay mod` asks, and the user's settings of it.
 *
 * @module
 */

import { HostError, type Host } from '../../host/host.ts';

/** Where the command lies: instruments start it without a search path of ours. */
export async function absoluteGo(host: Host, go: string, directory: string): Promise<string> {
  const { exit, stdout, stderr } = await host.run({
    argv: [go, 'env', 'GOROOT'],
    directory,
    environment: { GOTOOLCHAIN: 'local' },
  });
  if (exit !== 0) throw new HostError('failed', `Cannot run go env: ${stderr.trim()}`);
  return `${stdout.trim()}/bin/go`;
}

/** The variables of the process that concern Go. */
export function settingsIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && /^(?:GO|CGO_|GIT_HTTP_USER_AGENT$|NETRC$)/i.test(name)) settings[name] = value;
  }
  return settings;
}
