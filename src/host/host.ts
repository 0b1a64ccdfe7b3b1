/**
 * The machine, as probes see it: the one door to files, processes, the network and the clock.
 *
 * Everything goassay learns about the outside world comes through a `Host`, so a probe can be
 * tested on a machine that does not exist, and a run can be recorded and replayed from a tape.
 *
 * @module
 */

/** Why the machine refused. Each has its sentence in both languages in `assay/refusal.ts`. */
export type Refusal =
  | 'denied' //             no permission
  | 'not-a-file' //         a directory, a FIFO, a loop of links where a file was expected
  | 'too-large' //          more bytes than the caller was ready to take
  | 'no-such-program'
  | 'not-executable' //     the kernel knows no way to run that format
  | 'timed-out'
  | 'too-much-output'
  | 'unreachable' //        no such name, no connection, no TLS
  | 'broken-answer' //      what came is no whole HTTP answer, or leads where it must not
  | 'interrupted' //        the user stopped the run
  | 'failed'; //            anything else, with the system's own code in the message

/** The machine refused: no permission, no such program, no answer in time. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly refusal: Refusal;

  /** `message` reads "Cannot ⟨verb⟩ ⟨thing⟩: ⟨what is⟩". */
  constructor(refusal: Refusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

export interface Command {
  /** Program and arguments; never a shell string. A program without a slash is looked up on PATH. */
  readonly argv: readonly [program: string, ...rest: string[]];
  readonly directory?: string;
  /** What it reads from standard input; nothing by default. */
  readonly stdin?: string;
  /** Set over the allow-listed environment; undefined unsets. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Default 20 s. The whole process group is killed then. */
  readonly timeLimitMs?: number;
  /** Of standard output and standard error together; default 16 MiB. */
  readonly outputLimitBytes?: number;
}

/** What a process came to, whether it went well or not. */
export interface Outcome {
  /** Exit status; undefined if a signal ended it. */
  readonly exit: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface Request {
  /** http or https. A name and password in it are sent over https only, and never told. */
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'HEAD';
  /** Lower-case names. Accept-Encoding is not ours to set: bytes come as the server keeps them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers sent over https only and to the host of `url` only; never told, and on no tape. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** From the first byte sent to the last received, redirects included; default 60 s. */
  readonly timeLimitMs?: number;
  /** Between two pieces of the answer; default 20 s. */
  readonly idleLimitMs?: number;
  /** Of the body; default 16 MiB. */
  readonly limitBytes?: number;
  /** "follow" (default) goes on for at most ten, never from https to http; "return" gives the 3xx itself. */
  readonly redirects?: 'follow' | 'return';
  /** Takes the body of a 200 or 206 piece by piece, as it comes; the answer's `body` is empty then. */
  readonly receive?: (piece: Uint8Array, answer: AnswerHead) => Promise<void>;
}

export interface AnswerHead {
  readonly status: number;
  /** Lower-case names; several of one name are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the answer came from in the end, without credentials. */
  readonly url: string;
}

/** What a server said, whatever its status. */
export interface Answer extends AnswerHead {
  readonly body: Uint8Array;
  /** Every address that redirected, in order, without credentials. */
  readonly redirectedBy: readonly string[];
  readonly durationMs: number;
}

export interface FileStatus {
  readonly type: 'file' | 'directory' | 'link' | 'other';
  readonly sizeBytes: number;
  /** Some execute bit is set. */
  readonly executable: boolean;
}

/** What is below a directory, directories themselves left out. */
export interface TreeEntry {
  /** From the directory on, with slashes. */
  readonly name: string;
  readonly type: 'file' | 'link' | 'other';
  readonly executable: boolean;
  /** In hex; of files only. */
  readonly sha256?: string;
}

/** A file that is read by windows, so that its size does not matter. */
export interface OpenFile {
  readonly sizeBytes: number;
  /** The bytes at `offset`; fewer than asked for only where the file ends. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** Every method throws HostError when the machine refuses. */
export interface Host {
  /** As Node names them: "linux" or "darwin"; the architecture is that of this process. */
  readonly system: string;
  readonly architecture: string;
  readonly homeDirectory: string;
  /** Only to be redacted. */
  readonly hostName: string;
  /** Where goassay keeps what costs to have again; everything in it can be deleted, and nothing in it is trusted. */
  readonly storeDirectory: string;
  /** One variable of the user's environment. */
  variable(name: string): string | undefined;
  /** The bytes of a file, or undefined if there is no such file. Default limit 16 MiB. */
  readFile(path: string, limitBytes?: number): Promise<Uint8Array | undefined>;
  /** SHA-256 of a file of any size, in hex, or undefined if there is no such file. */
  digest(path: string): Promise<string | undefined>;
  /**
   * Every file below a directory with its SHA-256, or undefined if there is no such directory. What
   * lies below the directories `unread` at its top is listed only.
   */
  digestTree(path: string, unread?: readonly string[]): Promise<readonly TreeEntry[] | undefined>;
  /** Calls `use` with the open file and closes it; undefined if there is no such file. */
  withFile<T>(path: string, use: (file: OpenFile) => Promise<T>): Promise<T | undefined>;
  /** Names in a directory, sorted, or undefined if there is no such directory. */
  list(path: string): Promise<readonly string[] | undefined>;
  /** About the path itself, links not followed; undefined if there is nothing. */
  status(path: string): Promise<FileStatus | undefined>;
  /** The path with every link resolved, or undefined if it leads nowhere. */
  realPath(path: string): Promise<string | undefined>;
  run(command: Command): Promise<Outcome>;
  /** Asks a server. A status of 404 or 500 is an answer, not a refusal. */
  request(request: Request): Promise<Answer>;
  /** A directory of this run's own, by name, made when first asked for and removed at the end. */
  scratch(name: string): Promise<string>;
  /** The text of a specimen shipped with goassay, such as "hello/main.go". */
  specimen(path: string): Promise<string>;
  /** The sources of an instrument shipped with goassay, by name of file, and its go.mod; tests left out. */
  instrument(name: string): Promise<Readonly<Record<string, string>>>;
  /** Writes a file below a scratch directory, and refuses any other place. What comes in pieces is never whole in memory. */
  writeScratch(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** Writes a file below the store, by its path in it: the whole file or, if that fails, nothing. */
  writeStore(path: string, bytes: Uint8Array): Promise<void>;
  /** Wall clock, milliseconds since 1970; may jump. */
  now(): number;
  /** Milliseconds that never go back, from an arbitrary start. */
  elapsed(): number;
}

/** Reads a text file, or undefined if there is none; bytes that are not UTF-8 become U+FFFD. */
export async function readText(host: Host, path: string): Promise<string | undefined> {
  const bytes = await host.readFile(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** The address without name, password and fragment: what may be shown and written down. */
export function shownUrl(url: string): string {
  try {
    const shown = new URL(url);
    shown.username = '';
    shown.password = '';
    shown.hash = '';
    return shown.href;
  } catch {
    return url.replace(/\/\/[^/]*@/, '//').slice(0, 200);
  }
}
