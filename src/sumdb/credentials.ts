/**
 * A host that sends the user's credentials to their proxies as the go command does: .netrc by
 * default, or what GOAUTH says. Over https only, to the host they are for only, and they are told to
 * nobody: the witness and the tape see requests without them.
 *
 * A GOAUTH command is asked once without an address, and again with the one that answered 4xx and
 * the head of that answer; "git" with an address only. They get the environment that all our
 * processes get. What git gives is not reported back to its helpers: we look, and keep nothing.
 * Source: cmd/go/internal/auth, cmd/go/internal/web.
 *
 * @module
 */

import {
  credentialsFor,
  parseGitCredential,
  parseNetrc,
  parseUserAuth,
  prefixOf,
  quotedWords,
  type HeaderLine,
} from '../formats/goauth.ts';
import { HostError, readText, type Answer, type Host, type Request } from '../host/host.ts';

/** `goauth` as `go env` has it; before Go 1.24 there is none, and .netrc is read. */
export function withCredentials(host: Host, goauth: string | undefined): Host {
  const commands = (goauth ?? 'netrc').split(';').map((command) => command.trim());
  const stored = new Map<string, readonly HeaderLine[]>();
  let first: Promise<void> | undefined;

  async function gather(url?: string, answer?: Answer): Promise<void> {
    // The first of them to name a prefix is heard, so it is stored last.
    for (const command of commands.toReversed()) {
      if (command === 'netrc') {
        if (url === undefined) for (const line of (await netrc(host)).toReversed()) store(line);
      } else if (/^git\s/.test(command)) {
        const found = url === undefined ? undefined : await gitCredential(host, command, url);
        if (found) store(found);
      } else if (!/^(off|git)(\s|$)/.test(command) && command !== '')
        for (const [prefix, headers] of await runCommand(host, command, url, answer)) {
          if (headers.length === 0) stored.delete(prefix);
          else stored.set(prefix, headers);
        }
    }
  }

  function store({ machine, login, password }: { machine: string; login: string; password: string }): void {
    const value = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
    stored.set(prefixOf(machine), [{ name: 'Authorization', value }]);
  }

  async function ask(request: Request): Promise<Answer> {
    const lines = credentialsFor(stored, request.url);
    if (!lines) return host.request(request);
    const credentials: Record<string, string> = {};
    for (const { name, value } of lines) {
      const key = name.toLowerCase();
      credentials[key] = credentials[key] === undefined ? value : `${credentials[key]}, ${value}`;
    }
    return host.request({ ...request, credentials });
  }

  return {
    ...host,
    async request(request) {
      if (!request.url.startsWith('https://')) return host.request(request);
      first ??= gather();
      await first;
      const answer = await ask(request);
      const mayHelp = commands.some((command) => !/^(off|netrc)(\s|$)/.test(command) && command !== '');
      if (answer.status < 400 || answer.status >= 500 || !mayHelp) return answer;
      await gather(request.url, answer);
      return credentialsFor(stored, request.url) ? ask(request) : answer;
    },
  };
}

async function netrc(host: Host) {
  const named = host.variable('NETRC');
  const path = named === undefined || named === '' ? `${host.homeDirectory}/.netrc` : named;
  return parseNetrc((await attempt(() => readText(host, path))) ?? '');
}

/** A command that fails gives nothing, as with the go command, which says so with -x only. */
async function runCommand(host: Host, command: string, url: string | undefined, answer: Answer | undefined) {
  const [program, ...args] = quotedWords(command) ?? [];
  if (program === undefined) return [];
  const outcome = await attempt(() =>
    host.run({
      argv: [program, ...args, ...(url === undefined ? [] : [url])],
      timeLimitMs: 60_000,
      ...(answer && { stdin: headOf(answer) }),
    }),
  );
  return outcome?.exit === 0 ? (parseUserAuth(outcome.stdout) ?? []) : [];
}

/** As the go command writes it; the words of a status are not told by every server, and not read by any helper. */
function headOf({ status, headers }: Answer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `HTTP/1.1 ${status}\n${lines.join('')}\n`;
}

/** Asked in a directory that the user names, so that no other one's settings are heard (go.dev/issue/29230). */
async function gitCredential(host: Host, command: string, url: string) {
  const [, directory = '', ...more] = command.split(/\s+/);
  if (!directory.startsWith('/') || more.length > 0) return undefined;
  const outcome = await attempt(() =>
    host.run({
      argv: ['git', 'credential', 'fill'],
      directory,
      stdin: `url=${url}\n`,
      environment: { GIT_TERMINAL_PROMPT: '0' },
      timeLimitMs: 60_000,
    }),
  );
  const found = outcome?.exit === 0 ? parseGitCredential(outcome.stdout) : undefined;
  if (!found || !url.startsWith(found.prefix)) return undefined;
  return { machine: found.prefix, login: found.username, password: found.password };
}

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted') return undefined;
    throw error;
  }
}
