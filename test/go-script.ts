/**
 * Script tests of the go command, read from its GOROOT and played by the real go: as much of their
 * language as those about vendoring and verifying need. What a script asserts of the go command's words is
 * passed over; that its commands end as it says is held, or the script is not taken for played.
 *
 * Source: cmd/go/testdata/script/README.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readTxtar } from './file-proxy.ts';

export interface Step {
  readonly line: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stderr: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Asserted of the go command, and no business of ours. */
const PASSED_OVER = new Set([
  'stdout',
  'stderr',
  'grep',
  'cmp',
  'cmpenv',
  'exists',
  '!exists',
  'skip',
  'stop',
]);

/** Calls `after` behind each go command. Returns why the script could not be played to its end, if so. */
export async function playScript(
  path: string,
  work: string,
  go: string,
  settings: Readonly<Record<string, string>>,
  after: (step: Step) => Promise<void>,
): Promise<string | undefined> {
  const { comment, files } = readTxtar(path);
  const sources = join(work, 'gopath/src');
  mkdirSync(sources, { recursive: true });
  for (const [name, text] of files) {
    const place = resolve(sources, name.replaceAll('$WORK', work));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  let directory = sources;
  const environment: Record<string, string> = { ...settings, WORK: work, GOPATH: join(work, 'gopath') };
  for (const raw of comment.split('\n')) {
    const line = raw.replace(/^\s*#.*|\s#.*$/, '').trim();
    if (line === '') continue;
    const words = wordsOf(line, environment);
    // Conditions are of machines and long tests; what has one is not needed by the rest.
    if (words[0]?.startsWith('[')) continue;
    const isNegated = words[0] === '!';
    if (isNegated || words[0] === '?') words.shift();
    const [command = '', ...args] = words;
    const at = (name = ''): string => resolve(directory, name);
    if (command === '' || PASSED_OVER.has(command)) continue;
    if (command === 'cd') directory = at(args[0]);
    else if (command === 'env') {
      for (const arg of args) {
        const equals = arg.indexOf('=');
        if (equals > 0) environment[arg.slice(0, equals)] = arg.slice(equals + 1);
      }
    } else if (command === 'mkdir') for (const arg of args) mkdirSync(at(arg), { recursive: true });
    else if (command === 'mv') renameSync(at(args[0]), at(args[1]));
    else if (command === 'rm') for (const arg of args) rmSync(at(arg), { recursive: true, force: true });
    else if (command === 'cp' && args.length === 2 && args[0] !== 'stdout')
      cpSync(at(args[0]), at(args[1]), { recursive: true });
    else if (command === 'replace' && args.length === 3) {
      const [from = '', to = '', file] = args;
      writeFileSync(at(file), readFileSync(at(file), 'utf8').replaceAll(from, to));
    } else if (command === 'go') {
      const { status, stderr } = spawnSync(go, args, {
        cwd: directory,
        encoding: 'utf8',
        env: { ...process.env, ...environment, PWD: directory },
        timeout: 60_000,
      });
      if ((status !== 0) !== isNegated) return `${line}: exit ${status}: ${stderr.slice(0, 200)}`;
      await after({ line, args, exit: status ?? -1, stderr, directory, environment });
    } else return `${line}: unknown`;
  }
  return undefined;
}

/** Single quotes keep what is in them; $NAME and ${NAME} are variables. */
function wordsOf(line: string, environment: Readonly<Record<string, string>>): string[] {
  const words: string[] = [];
  for (const [, ...parts] of line.matchAll(/((?:'[^']*'|[^\s'])+)/g)) {
    const [word = ''] = parts;
    words.push(
      word.replaceAll(
        /'([^']*)'|\$\{?(\w+|\/)\}?/g,
        (_, quoted?: string, name?: string) =>
          quoted ?? (name === '/' ? '/' : (environment[name ?? ''] ?? '')),
      ),
    );
  }
  return words;
}
