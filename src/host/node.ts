/**
 * The machine this process runs on.
 *
 * Processes live in `process.ts`, the network in `request.ts`; this file is files, the clock and the run's scratch place.
 * One `NodeHost` serves one run: `close()` removes its scratch directory.
 *
 * @module
 */

import { createHash, type Hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import {
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestTree } from './digest-tree.ts';
import { HostError, type FileStatus, type Host, type OpenFile } from './host.ts';
import { runProcess } from './process.ts';

const FILE_LIMIT = 2 ** 24;
const WINDOW = 2 ** 20;

/** specimens/ lies beside src/ in a checkout and beside dist/ in the package. */
const SPECIMENS = fileURLToPath(new URL('../../specimens/', import.meta.url));
const INSTRUMENTS = fileURLToPath(new URL('../../instruments/', import.meta.url));

/** As other programs of the system do: XDG base directories, or ~/Library/Caches. */
const STORE = storeIn(process.env['XDG_CACHE_HOME']);

let unfinishedCount = 0;

export interface NodeHost extends Host {
  /** Removes what the run wrote for itself. Idempotent, synchronous: also called while dying. */
  close(): void;
}

/** `signal` ends every process and makes every later call throw HostError "interrupted". */
export function nodeHost({ signal }: { signal?: AbortSignal } = {}): NodeHost {
  let scratchRoot: string | undefined;

  async function attempt<T>(verb: string, path: string, work: () => Promise<T>): Promise<T | undefined> {
    if (signal?.aborted)
      throw new HostError('interrupted', `Cannot ${verb} ${path}: the run was interrupted`);
    try {
      return await work();
    } catch (error) {
      if (error instanceof HostError) throw error;
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new HostError(refusalOf(code), `Cannot ${verb} ${path}: ${code ?? String(error)}`, {
        cause: error,
      });
    }
  }

  return {
    system: process.platform,
    architecture: process.arch,
    homeDirectory: homedir(),
    hostName: hostname(),
    storeDirectory: STORE,
    variable: (name) => process.env[name],
    readFile: (path, limitBytes = FILE_LIMIT) => attempt('read', path, () => readWhole(path, limitBytes)),
    digestTree: (path, unread = []) => attempt('read', path, () => digestTree(path, unread, signal)),
    digest: (path) => attempt('read', path, () => withHandle(path, digestOf)),
    async withFile(path, use) {
      const used = await attempt('read', path, () =>
        withHandle(path, (handle, sizeBytes) => outcomeOf(() => use(openFile(path, handle, sizeBytes)))),
      );
      if (used && 'error' in used) throw used.error;
      return used?.value;
    },
    list: (path) => attempt('list', path, async () => (await readdir(path)).toSorted()),
    status: (path) => attempt('look at', path, async () => statusOf(await lstat(path))),
    realPath: (path) => attempt('resolve', path, () => realpath(path)),
    run: (command) => runProcess(command, signal),
    // Loaded when first needed: node:http brings all of undici along, 25 ms.
    request: async (request) => (await import('./request.ts')).sendRequest(request, signal),
    async specimen(path) {
      const text = await attempt('read', path, () => readFile(join(SPECIMENS, path), 'utf8'));
      if (text === undefined)
        throw new HostError('failed', `Cannot read specimen ${path}: it is not installed`);
      return text;
    },
    async instrument(name) {
      const found = await attempt('read', name, () => sourcesOf(join(INSTRUMENTS, name)));
      if (!found) throw new HostError('failed', `Cannot read instrument ${name}: it is not installed`);
      return { ...found, 'go.mod': await readFile(join(INSTRUMENTS, 'go.mod'), 'utf8') };
    },
    async scratch(name) {
      scratchRoot ??= mkdtempSync(join(tmpdir(), 'goassay-'));
      const path = join(scratchRoot, name);
      await attempt('make', path, () => mkdir(path, { recursive: true }));
      return path;
    },
    async writeScratch(path, content) {
      if (scratchRoot === undefined || !join(path).startsWith(`${scratchRoot}/`)) {
        throw new HostError('denied', `Cannot write ${path}: it is outside the scratch directory`);
      }
      await attempt('write', path, async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      });
    },
    async writeStore(path, bytes) {
      const place = join(STORE, path);
      if (!place.startsWith(`${STORE}/`))
        throw new HostError('denied', `Cannot write ${place}: it is outside the store`);
      await attempt('write', place, async () => {
        await mkdir(dirname(place), { recursive: true });
        const unfinished = `${place}.${process.pid}.${(unfinishedCount += 1)}`;
        try {
          await writeFile(unfinished, bytes);
          await rename(unfinished, place);
        } catch (error) {
          await rm(unfinished, { force: true });
          throw error;
        }
      });
    },
    now: () => Date.now(),
    elapsed: () => performance.now(),
    close() {
      if (scratchRoot !== undefined) rmSync(scratchRoot, { recursive: true, force: true, maxRetries: 3 });
      scratchRoot = undefined;
    },
  };
}

async function sourcesOf(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).filter((name) => /(?<!_test)\.go$/.test(name)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

/** Files below /proc and /sys say they have 0 bytes, so the size is what is read, not what is said. */
async function readWhole(path: string, limitBytes: number): Promise<Uint8Array> {
  return withHandle(path, async (handle) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(64 * 1024), 0, 64 * 1024, null);
      if (bytesRead === 0) break;
      size += bytesRead;
      if (size > limitBytes) {
        throw new HostError('too-large', `Cannot read ${path}: it is larger than ${limitBytes} bytes`);
      }
      chunks.push(buffer.subarray(0, bytesRead));
    }
    return Buffer.concat(chunks);
  });
}

/** O_NONBLOCK, because opening a FIFO without a writer would wait for ever. */
async function withHandle<T>(
  path: string,
  use: (handle: FileHandle, sizeBytes: number) => Promise<T>,
): Promise<T> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new HostError('not-a-file', `Cannot read ${path}: it is not a regular file`);
    return await use(handle, stat.size);
  } finally {
    await handle.close();
  }
}

/** What a caller's own code throws (a parser's FormatError, a bug) is no refusal of the machine. */
async function outcomeOf<T>(use: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await use() };
  } catch (error) {
    return { error };
  }
}

function openFile(path: string, handle: FileHandle, sizeBytes: number): OpenFile {
  return {
    sizeBytes,
    async read(offset, length) {
      try {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } catch (error) {
        throw new HostError('failed', `Cannot read ${path}: ${codeOf(error) ?? String(error)}`, {
          cause: error,
        });
      }
    },
  };
}

async function digestOf(handle: FileHandle): Promise<string> {
  const hash: Hash = createHash('sha256');
  const window = new Uint8Array(WINDOW);
  for (;;) {
    const { bytesRead } = await handle.read(window, 0, WINDOW, null);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(window.subarray(0, bytesRead));
  }
}

function statusOf(stat: Awaited<ReturnType<typeof lstat>>): FileStatus {
  const type = stat.isFile()
    ? 'file'
    : stat.isDirectory()
      ? 'directory'
      : stat.isSymbolicLink()
        ? 'link'
        : 'other';
  return { type, sizeBytes: Number(stat.size), executable: (Number(stat.mode) & 0o111) !== 0 };
}

function refusalOf(code: string | undefined) {
  if (code === 'EACCES' || code === 'EPERM') return 'denied' as const;
  return code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO'
    ? ('not-a-file' as const)
    : ('failed' as const);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** A relative XDG_CACHE_HOME is to be ignored (XDG Base Directory Specification). */
function storeIn(xdg: string | undefined): string {
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'goassay');
  const caches = process.platform === 'darwin' ? join('Library', 'Caches') : '.cache';
  return join(homedir(), caches, 'goassay');
}
