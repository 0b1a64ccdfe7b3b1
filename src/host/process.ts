/**
 * Running one process so that its outcome can be evidence.
 *
 * Started from an argument vector in a process group of its own, with an allow-listed
 * environment, no standard input but what it is given, a time limit and an output cap; when either is passed, or the
 * user interrupts, the whole group is killed, so a hung grandchild cannot hold the run.
 *
 * @module
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { HostError, type Command, type Outcome, type Refusal } from './host.ts';

const TIME_LIMIT_MS = 20_000;
const OUTPUT_LIMIT = 2 ** 24;

/** A process that has exited but whose grandchildren hold its pipes is not waited for longer than this. */
const DRAIN_MS = 500;

/**
 * What a child may see of the user's environment: what finds programs and files, what configures
 * Go and C compilers, the language. No tokens, no agents, no cloud credentials: Go's variables
 * are named one by one, because GOOGLE_APPLICATION_CREDENTIALS begins with the same two letters.
 */
const ALLOWED = new Set(
  [
    'PATH HOME USER LOGNAME TMPDIR LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES SHELL TZ',
    'XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR',
    'GO111MODULE GO386 GOAMD64 GOARCH GOARM GOARM64 GOAUTH GOBIN GOCACHE GOCACHEPROG GODEBUG GOENV GOEXPERIMENT',
    'GOFIPS140 GOFLAGS GOGC GOHOSTARCH GOHOSTOS GOINSECURE GOMAXPROCS GOMEMLIMIT GOMIPS GOMIPS64 GOMODCACHE',
    'GONOPROXY GONOSUMDB GOOS GOPATH GOPPC64 GOPRIVATE GOPROXY GORISCV64 GOROOT GOROOT_FINAL GOSUMDB GOTMPDIR',
    'GOTOOLCHAIN GOTOOLDIR GOTRACEBACK GOVCS GOWASM GOWORK',
    'CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS CC CXX FC AR PKG_CONFIG PKG_CONFIG_PATH',
    'LIBRARY_PATH SDKROOT DEVELOPER_DIR MACOSX_DEPLOYMENT_TARGET QEMU_LD_PREFIX',
    'HOMEBREW_PREFIX ASDF_DIR ASDF_DATA_DIR MISE_DATA_DIR MISE_CONFIG_DIR GVM_ROOT GOENV_ROOT GOENV_VERSION',
  ].flatMap((names) => names.split(' ')),
);

/** Still running, so that a dying goassay can take them along. */
const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) killGroup(child);
});

export function runProcess(command: Command, signal?: AbortSignal): Promise<Outcome> {
  const [program, ...args] = command.argv;
  const words = command.argv.join(' ');
  const { timeLimitMs = TIME_LIMIT_MS, outputLimitBytes = OUTPUT_LIMIT } = command;
  if (signal?.aborted)
    return Promise.reject(new HostError('interrupted', `Cannot run ${words}: the run was interrupted`));

  return new Promise((resolve, reject) => {
    const started = performance.now();
    let child: ChildProcess;
    try {
      child = spawn(program, args, {
        cwd: command.directory,
        env: environmentOf(command),
        stdio: [command.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
      });
    } catch (error) {
      reject(refused(error, words)); // an argument with a NUL byte, for one
      return;
    }
    running.add(child);
    // One that ends without reading it all is no fault of the question.
    child.stdin?.on('error', () => undefined).end(command.stdin);
    const stdout = new Sink();
    const stderr = new Sink();
    let refusal: HostError | undefined;
    let drain: NodeJS.Timeout | undefined;

    const stop = (kind: Refusal, what: string): void => {
      refusal ??= new HostError(kind, `Cannot run ${words}: ${what}`);
      killGroup(child);
    };
    const limit = setTimeout(
      () => stop('timed-out', `it did not end within ${timeLimitMs / 1000} s`),
      timeLimitMs,
    );
    const interrupt = (): void => stop('interrupted', 'the run was interrupted');
    signal?.addEventListener('abort', interrupt, { once: true });

    for (const [stream, sink] of [
      [child.stdout, stdout],
      [child.stderr, stderr],
    ] as const) {
      stream?.on('data', (chunk: Buffer) => {
        if (stdout.size + stderr.size + chunk.length > outputLimitBytes) {
          stop('too-much-output', `it printed more than ${outputLimitBytes} bytes`);
        } else sink.add(chunk);
      });
    }

    const settle = (done: () => void): void => {
      clearTimeout(limit);
      clearTimeout(drain);
      signal?.removeEventListener('abort', interrupt);
      running.delete(child);
      done();
    };
    child.on('error', (error) => settle(() => reject(refused(error, words))));
    child.on('exit', () => {
      drain = setTimeout(() => {
        killGroup(child);
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, DRAIN_MS);
    });
    child.on('close', (exit, ended) => {
      settle(() => {
        if (refusal) reject(refusal);
        else {
          resolve({
            exit: exit ?? undefined,
            signal: ended ?? undefined,
            stdout: stdout.text(),
            stderr: stderr.text(),
            durationMs: performance.now() - started,
          });
        }
      });
    });
  });
}

class Sink {
  readonly #chunks: Buffer[] = [];
  size = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.size += chunk.length;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function environmentOf(command: Command): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && ALLOWED.has(name)) environment[name] = value;
  }
  for (const [name, value] of Object.entries(command.environment ?? {})) {
    if (value === undefined) delete environment[name];
    else environment[name] = value;
  }
  return environment;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL'); // the group that `detached` gave it
  } catch {
    // It is gone already.
  }
}

function refused(error: unknown, words: string): HostError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const [refusal, what] = REFUSALS[code ?? ''] ?? ['failed', code ?? String(error)];
  return new HostError(refusal, `Cannot run ${words}: ${what}`, { cause: error });
}

const REFUSALS: Readonly<Record<string, readonly [Refusal, string]>> = {
  ENOENT: ['no-such-program', 'no such program or directory'],
  EACCES: ['denied', 'permission denied'],
  EPERM: ['denied', 'operation not permitted'],
  ENOEXEC: ['not-executable', 'the kernel cannot run this format'],
  UNKNOWN: ['not-executable', 'the kernel cannot run this format'],
};
