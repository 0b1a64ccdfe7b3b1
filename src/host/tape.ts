/**
 * A run on tape: everything a host was asked and what it answered, as JSON, so that a bug report
 * is a file and a run can be replayed on another machine.
 *
 * Questions are keyed by what was asked. The same question asked twice gets its answers in the
 * order in which they came; asked more often than that, the last one. Bytes that are UTF-8 are
 * kept as text, others as base64. A tape holds what probes saw, unredacted except for what
 * `redact` takes out when it is saved.
 *
 * @module
 */

import * as z from 'zod';
import {
  HostError,
  shownUrl,
  type Answer as Response,
  type Host,
  type Outcome,
  type Refusal,
  type Request,
} from './host.ts';

const answerSchema = z.union([
  z.object({ value: z.unknown() }),
  z.object({ bytes: z.string() }),
  z.object({ refusal: z.string(), message: z.string() }),
]);

export const tapeSchema = z.object({
  tapeVersion: z.literal(1),
  machine: z.object({
    system: z.string(),
    architecture: z.string(),
    homeDirectory: z.string(),
    storeDirectory: z.string().default('/store'),
    startedAt: z.number(),
    variables: z.record(z.string(), z.string()),
  }),
  /** By question: a JSON array of the method and its arguments. */
  answers: z.record(z.string(), z.array(answerSchema)),
});

export type Tape = z.infer<typeof tapeSchema>;
type Answer = z.infer<typeof answerSchema>;

/** Wraps `host`; `tape()` gives what was recorded so far. */
export function recordTape(host: Host): { readonly host: Host; readonly tape: () => Tape } {
  const answers = new Map<string, Answer[]>();
  const variables: Record<string, string> = {};
  const startedAt = host.now();

  function keep(question: readonly unknown[], answer: Answer): void {
    const key = keyOf(question);
    const place = answers.get(key) ?? [];
    answers.set(key, place);
    place.push(answer);
  }

  async function note<T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> {
    try {
      const value = await ask();
      keep(question, value instanceof Uint8Array ? saveBytes(value) : { value: value ?? null });
      return value;
    } catch (error) {
      if (error instanceof HostError) keep(question, saveRefusal(error));
      throw error;
    }
  }

  const recorded: Host = {
    ...host,
    variable(name) {
      const value = host.variable(name);
      if (value !== undefined) variables[name] = value;
      return value;
    },
    readFile: (path, limit) => note(['readFile', path], () => host.readFile(path, limit)),
    digest: (path) => note(['digest', path], () => host.digest(path)),
    digestTree: (path, unread) => note(['digestTree', path], () => host.digestTree(path, unread)),
    async withFile(path, use) {
      let isOpen = false;
      try {
        const result = await host.withFile(path, ({ sizeBytes, read }) => {
          isOpen = true;
          keep(['sizeBytes', path], { value: sizeBytes });
          return use({
            sizeBytes,
            read: (offset, length) => note(['read', path, offset, length], () => read(offset, length)),
          });
        });
        if (!isOpen) keep(['sizeBytes', path], { value: null });
        return result;
      } catch (error) {
        if (!isOpen && error instanceof HostError) keep(['sizeBytes', path], saveRefusal(error));
        throw error;
      }
    },
    list: (path) => note(['list', path], () => host.list(path)),
    status: (path) => note(['status', path], () => host.status(path)),
    realPath: (path) => note(['realPath', path], () => host.realPath(path)),
    run: (command) => note(['run', command], () => host.run(command)),
    async request(request) {
      const pieces: Uint8Array[] = [];
      const { receive } = request;
      let answer: Response | undefined;
      await note(questionOf(request), async () => {
        answer = await host.request({
          ...request,
          ...(receive && {
            receive(piece, head) {
              pieces.push(piece.slice());
              return receive(piece, head);
            },
          }),
        });
        const { body, ...head } = answer;
        const whole = receive ? Buffer.concat([...pieces, body]) : Buffer.from(body);
        return { ...head, body: whole.toString('base64') };
      });
      if (!answer) throw new Error('note() asks before it answers');
      return answer;
    },
    scratch: (name) => note(['scratch', name], () => host.scratch(name)),
    specimen: (path) => note(['specimen', path], () => host.specimen(path)),
    instrument: (name) => note(['instrument', name], () => host.instrument(name)),
  };
  const machine = () => ({
    system: host.system,
    architecture: host.architecture,
    homeDirectory: host.homeDirectory,
    storeDirectory: host.storeDirectory,
    startedAt,
    variables,
  });
  return {
    host: recorded,
    tape: () => ({ tapeVersion: 1, machine: machine(), answers: Object.fromEntries(answers) }),
  };
}

/** A host that answers from a tape and from nothing else. A question not on the tape is refused. */
export function replayTape(tape: Tape): Host {
  const { machine, answers } = tape;
  const asked = new Map<string, number>();
  let elapsed = 0;

  async function answer<T>(...question: readonly unknown[]): Promise<T> {
    const key = keyOf(question);
    const place = answers[key];
    const turn = asked.get(key) ?? 0;
    asked.set(key, turn + 1);
    const found = place?.[Math.min(turn, place.length - 1)];
    if (!found) throw new HostError('failed', `Cannot answer ${key}: it is not on the tape`);
    if ('refusal' in found) throw new HostError(found.refusal as Refusal, found.message); // written by recordTape
    const value = 'bytes' in found ? Buffer.from(found.bytes, 'base64') : loadValue(found.value);
    return value as T; // what the recorded host gave for the same question
  }

  return {
    system: machine.system,
    architecture: machine.architecture,
    homeDirectory: machine.homeDirectory,
    storeDirectory: machine.storeDirectory,
    hostName: '',
    variable: (name) => machine.variables[name],
    readFile: async (path) => asBytes(await answer('readFile', path)),
    digestTree: (path) => answer('digestTree', path),
    digest: (path) => answer('digest', path),
    async withFile(path, use) {
      const sizeBytes = await answer<number | undefined>('sizeBytes', path);
      if (sizeBytes === undefined) return undefined;
      return use({
        sizeBytes,
        read: async (offset, length) =>
          asBytes(await answer('read', path, offset, length)) ?? new Uint8Array(),
      });
    },
    list: (path) => answer('list', path),
    status: (path) => answer('status', path),
    realPath: (path) => answer('realPath', path),
    run: (command) => answer<Outcome>('run', command),
    async request(request) {
      const { body, ...head } = savedResponseSchema.parse(await answer(...questionOf(request)));
      const bytes = Uint8Array.from(Buffer.from(body, 'base64'));
      const isReceived = request.receive !== undefined && (head.status === 200 || head.status === 206);
      if (isReceived) await request.receive(bytes, head);
      return { ...head, body: isReceived ? new Uint8Array() : bytes };
    },
    scratch: (name) => answer('scratch', name),
    specimen: (path) => answer('specimen', path),
    instrument: (name) => answer('instrument', name),
    writeScratch: () => Promise.resolve(),
    writeStore: () => Promise.resolve(),
    now: () => machine.startedAt,
    elapsed: () => (elapsed += 1),
  };
}

const savedResponseSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  url: z.string(),
  redirectedBy: z.array(z.string()),
  durationMs: z.number(),
  body: z.string(),
});

/** Credentials are no part of the question, and limits do not change the answer. */
function questionOf({
  url,
  method = 'GET',
  headers = {},
  redirects = 'follow',
}: Request): readonly unknown[] {
  const { authorization: _, ...told } = headers;
  return ['request', method, shownUrl(url), told, redirects];
}

/** JSON knows no undefined: the answer "nothing there" is kept as null. */
function loadValue(value: unknown): unknown {
  return value === null ? undefined : value;
}

function asBytes(value: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

function keyOf(question: readonly unknown[]): string {
  return JSON.stringify(question);
}

function saveRefusal({ refusal, message }: HostError): Answer {
  return { refusal, message };
}

function saveBytes(bytes: Uint8Array): Answer {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { bytes: Buffer.from(bytes).toString('base64') };
  }
}
