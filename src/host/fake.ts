/**
 * A machine that does not exist: just these files, these answers to commands, this clock.
 * The only double that tests use besides recorded tapes.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import {
  HostError,
  shownUrl,
  type Answer,
  type Command,
  type Host,
  type OpenFile,
  type Outcome,
  type Request,
  type TreeEntry,
} from './host.ts';

export interface FakeMachine {
  readonly system?: string;
  readonly architecture?: string;
  readonly homeDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** By path. Directories follow from the paths; a HostError is thrown to who reads it. */
  readonly files?: Readonly<Record<string, string | Uint8Array | HostError>>;
  /** Paths in `files` that may be executed. */
  readonly executables?: readonly string[];
  /** Symbolic links, by path; the target is absolute. */
  readonly links?: Readonly<Record<string, string>>;
  /** By the words of argv joined with spaces; a function is asked, in order of declaration, when none is. */
  readonly commands?: Readonly<Record<string, Partial<Outcome> | HostError>>;
  readonly answer?: (command: Command) => Partial<Outcome> | HostError | undefined;
  /** By address; without one, nobody can be reached there. */
  readonly respond?: (request: Request) => FakeAnswer | HostError | undefined;
}

/** Status 200 and nothing else, unless it says so. */
type FakeAnswer = Partial<Omit<Answer, 'body'>> & { readonly body?: string | Uint8Array };

export function fakeHost(machine: FakeMachine = {}): Host {
  const { files = {}, links = {}, executables = [], environment = {}, commands = {} } = machine;
  const written = new Map<string, Uint8Array>();
  let elapsed = 0;

  function resolve(path: string, hops = 0): string {
    if (hops > 40) throw new HostError('not-a-file', `Cannot open ${path}: too many links`);
    for (const [link, target] of Object.entries(links)) {
      if (path === link || path.startsWith(`${link}/`))
        return resolve(target + path.slice(link.length), hops + 1);
    }
    return path;
  }

  function content(path: string): Uint8Array | undefined {
    const at = resolve(path);
    const found = written.get(at) ?? files[at];
    if (found instanceof HostError) throw found;
    if (found === undefined && isDirectory(at))
      throw new HostError('not-a-file', `Cannot read ${path}: is a directory`);
    return typeof found === 'string' ? new TextEncoder().encode(found) : found;
  }

  function names(path: string): string[] {
    const under = path === '/' ? '/' : `${path}/`;
    const all = [...Object.keys(files), ...Object.keys(links), ...written.keys()];
    return [
      ...new Set(
        all.filter((at) => at.startsWith(under)).map((at) => at.slice(under.length).split('/')[0] ?? ''),
      ),
    ];
  }

  function isDirectory(path: string): boolean {
    return names(path).length > 0;
  }

  return {
    system: machine.system ?? 'linux',
    architecture: machine.architecture ?? 'x64',
    homeDirectory: machine.homeDirectory ?? '/home/gopher',
    hostName: 'fake-machine',
    storeDirectory: '/store',
    variable: (name) => environment[name],
    async readFile(path, limitBytes = 2 ** 24) {
      const bytes = content(path);
      if (bytes && bytes.length > limitBytes)
        throw new HostError('too-large', `Cannot read ${path}: too large`);
      return bytes;
    },
    async digest(path) {
      const bytes = content(path);
      return bytes && createHash('sha256').update(bytes).digest('hex');
    },
    async digestTree(path, unread = []) {
      const under = `${resolve(path)}/`;
      const entries: TreeEntry[] = [...Object.keys(files), ...written.keys()]
        .filter((at) => at.startsWith(under))
        .map((at) => ({
          name: at.slice(under.length),
          type: 'file',
          executable: executables.includes(at),
          ...(!unread.includes(at.slice(under.length).split('/', 1)[0] ?? '') && {
            sha256: createHash('sha256')
              .update(content(at) ?? '')
              .digest('hex'),
          }),
        }));
      for (const link of Object.keys(links))
        if (link.startsWith(under))
          entries.push({ name: link.slice(under.length), type: 'link', executable: false });
      return entries.length > 0 ? entries : undefined;
    },
    async withFile(path, use) {
      const bytes = content(path);
      return bytes && use(openBytes(bytes));
    },
    async list(path) {
      const at = resolve(path);
      const found = names(at).toSorted();
      return found.length > 0 ? found : undefined;
    },
    async status(path) {
      if (Object.hasOwn(links, path)) return { type: 'link', sizeBytes: 0, executable: false };
      const at = resolve(path);
      if (isDirectory(at)) return { type: 'directory', sizeBytes: 0, executable: true };
      const found = written.get(at) ?? files[at];
      if (found === undefined) return undefined;
      const sizeBytes = found instanceof HostError ? 0 : found.length;
      return { type: 'file', sizeBytes, executable: executables.includes(at) };
    },
    async realPath(path) {
      const at = resolve(path);
      return Object.hasOwn(files, at) || written.has(at) || isDirectory(at) ? at : undefined;
    },
    async run(command) {
      const words = command.argv.join(' ');
      const answer = commands[words] ?? machine.answer?.(command);
      if (answer instanceof HostError) throw answer;
      if (!answer) throw new HostError('no-such-program', `Cannot run ${words}: no such program`);
      return { exit: 0, signal: undefined, stdout: '', stderr: '', durationMs: 1, ...answer };
    },
    async request(request) {
      const { url, method = 'GET', limitBytes = 2 ** 24, receive } = request;
      const shown = shownUrl(url);
      const found = machine.respond?.(request);
      if (found instanceof HostError) throw found;
      if (!found) throw new HostError('unreachable', `Cannot ask ${shown}: there is nobody`);
      const { body = '', status = 200, headers = {} } = found;
      const bytes = method === 'HEAD' ? new Uint8Array() : await bytesOf(body);
      if (bytes.length > limitBytes)
        throw new HostError(
          'too-large',
          `Cannot ask ${shown}: the answer is larger than ${limitBytes} bytes`,
        );
      const head = { status, headers, url: found.url ?? shown };
      const isReceived = receive !== undefined && (status === 200 || status === 206);
      if (isReceived) await receive(bytes, head);
      return {
        ...head,
        body: isReceived ? new Uint8Array() : bytes,
        redirectedBy: found.redirectedBy ?? [],
        durationMs: found.durationMs ?? 1,
      };
    },
    specimen: (path) => Promise.resolve(`// specimen ${path}\n`),
    instrument: (name) =>
      Promise.resolve({ 'main.go': `// instrument ${name}\n`, 'go.mod': 'module fake\n' }),
    scratch: (name) => Promise.resolve(`/scratch/${name}`),
    async writeScratch(path, content) {
      if (!path.startsWith('/scratch/'))
        throw new HostError('denied', `Cannot write ${path}: outside the scratch directory`);
      written.set(path, await bytesOf(content));
    },
    async writeStore(path, bytes) {
      written.set(`/store/${path}`, bytes);
    },
    now: () => Date.UTC(2026, 10, 24),
    elapsed: () => (elapsed += 1),
  };
}

async function bytesOf(content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (content instanceof Uint8Array) return content;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces.map((piece) => piece.slice())).arrayBuffer());
}

/** Bytes in memory as a file that is read by windows. */
function openBytes(bytes: Uint8Array): OpenFile {
  return {
    sizeBytes: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
