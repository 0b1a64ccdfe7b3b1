/**
 * Asking one server over HTTP or HTTPS so that its answer can be evidence.
 *
 * Everything is limited: time in all, silence between two pieces, bytes, redirects. An answer that
 * ends before its Content-Length is refused, not shortened. Credentials travel over https only,
 * never to another host than the one they were given for, and appear in no message. A proxy that
 * the environment names (HTTP_PROXY, HTTPS_PROXY, NO_PROXY) is used as the Go command uses it:
 * never for this machine itself.
 *
 * @module
 */

import { Agent as HttpAgent, request as askHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as askHttps } from 'node:https';
import { HostError, shownUrl, type Answer, type AnswerHead, type Refusal, type Request } from './host.ts';

const TIME_LIMIT_MS = 60_000;
const IDLE_LIMIT_MS = 20_000;
const BODY_LIMIT = 2 ** 24;
const MOST_REDIRECTS = 10;

const PLAIN = { keepAlive: true, maxSockets: 16 };
const PROXIED = { ...PLAIN, proxyEnv: process.env };
const AGENTS = {
  'http:': { near: new HttpAgent(PLAIN), far: new HttpAgent(PROXIED) },
  'https:': { near: new HttpsAgent(PLAIN), far: new HttpsAgent(PROXIED) },
} as const;

/** Throws HostError when there is no whole answer; every status is an answer. */
export async function sendRequest(request: Request, signal?: AbortSignal): Promise<Answer> {
  const { redirects = 'follow', timeLimitMs = TIME_LIMIT_MS } = request;
  const started = performance.now();
  const redirectedBy: string[] = [];
  let url = addressOf(request.url);
  const authorization = credentialsOf(url) ?? request.headers?.['authorization'];
  const owner = url.host;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeLimitMs);
  const ended = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
  try {
    for (;;) {
      const isOwner = url.host === owner && url.protocol === 'https:';
      const headers = headersFor(request, isOwner ? authorization : undefined, isOwner);
      if (authorization !== undefined && redirectedBy.length === 0 && url.protocol !== 'https:')
        throw refused('denied', url, 'its credentials would travel unencrypted; use https');
      const { message, body } = await exchange(url, request, headers, ended);
      const location = message.headers.location;
      const isRedirect = isRedirection(message.statusCode) && location !== undefined;
      if (!isRedirect || redirects === 'return') {
        return { ...headOf(message, url), body, redirectedBy, durationMs: performance.now() - started };
      }
      redirectedBy.push(shownUrl(url.href));
      if (redirectedBy.length > MOST_REDIRECTS)
        throw refused('broken-answer', url, `it redirects more than ${MOST_REDIRECTS} times`);
      url = nextAddress(url, location);
    }
  } catch (error) {
    if (error instanceof HostError) throw error;
    const name = shownUrl(request.url);
    if (signal?.aborted)
      throw new HostError('interrupted', `Cannot ask ${name}: the run was interrupted`, { cause: error });
    if (deadline.signal.aborted)
      throw new HostError('timed-out', `Cannot ask ${name}: no whole answer within ${timeLimitMs / 1000} s`, {
        cause: error,
      });
    throw failure(error, url);
  } finally {
    clearTimeout(timer);
  }
}

/** One request and its whole answer. A redirect's own body is read and thrown away. */
function exchange(
  url: URL,
  request: Request,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<{ message: IncomingMessage; body: Uint8Array }> {
  const { method = 'GET', idleLimitMs = IDLE_LIMIT_MS } = request;
  const ask = url.protocol === 'https:' ? askHttps : askHttp;
  const agents = AGENTS[url.protocol === 'https:' ? 'https:' : 'http:'];
  const agent = isThisMachine(url.hostname) ? agents.near : agents.far;
  return new Promise((resolve, reject) => {
    const asked = ask(url, { method, headers, signal, agent }, (message) => {
      take(message, url, request).then(
        (body) => resolve({ message, body }),
        (error: unknown) => {
          asked.destroy();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
    asked.setTimeout(idleLimitMs, () =>
      asked.destroy(refused('timed-out', url, `it was silent for ${idleLimitMs / 1000} s`)),
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function take(message: IncomingMessage, url: URL, request: Request): Promise<Uint8Array> {
  const { limitBytes = BODY_LIMIT, receive } = request;
  const isReceived = receive !== undefined && [200, 206].includes(message.statusCode ?? 0);
  const declared = Number(message.headers['content-length'] ?? 0);
  const tooLarge = refused('too-large', url, `the answer is larger than ${limitBytes} bytes`);
  if (declared > limitBytes && request.method !== 'HEAD') throw tooLarge;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of message as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > limitBytes) throw tooLarge;
    if (isReceived) await receive(piece, headOf(message, url));
    else pieces.push(piece);
  }
  if (!message.complete) throw refused('broken-answer', url, `the answer ends after ${size} bytes`);
  return Uint8Array.from(Buffer.concat(pieces));
}

function headOf(message: IncomingMessage, url: URL): AnswerHead {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (values) headers[name] = values.join(', ');
  }
  return { status: message.statusCode ?? 0, headers, url: shownUrl(url.href) };
}

function headersFor(
  request: Request,
  authorization: string | undefined,
  isOwner: boolean,
): Record<string, string> {
  const { authorization: _, ...headers } = request.headers ?? {};
  const credentials = isOwner ? request.credentials : undefined;
  return { 'user-agent': 'goassay', ...headers, ...credentials, ...(authorization && { authorization }) };
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new HostError('failed', `Cannot ask ${shownUrl(text)}: it is no http or https address`);
}

function credentialsOf(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function isRedirection(status: number | undefined): boolean {
  return status !== undefined && [301, 302, 303, 307, 308].includes(status);
}

function nextAddress(url: URL, location: string): URL {
  const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (next?.protocol !== 'https:' && next?.protocol !== 'http:')
    throw refused('broken-answer', url, 'it redirects to what is no address');
  if (url.protocol === 'https:' && next.protocol === 'http:')
    throw refused('broken-answer', url, `it redirects from https to ${shownUrl(next.href)}`);
  return next;
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function refused(refusal: Refusal, url: URL, what: string): HostError {
  return new HostError(refusal, `Cannot ask ${shownUrl(url.href)}: ${what}`);
}

/** What the most common ones mean to who reads them. */
const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no name server here knows that host',
  EAI_AGAIN: 'no name server answers',
  ECONNREFUSED: 'nothing listens there',
  ENETUNREACH: 'there is no way to that network',
  EHOSTUNREACH: 'there is no way to that host',
};

/** Node's and OpenSSL's own codes; what the HTTP parser refuses begins with HPE. */
function failure(error: unknown, url: URL): HostError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const words = code === undefined ? undefined : CODES[code];
  const what =
    words === undefined
      ? (code ?? (error instanceof Error ? error.message : String(error)))
      : `${words} (${code})`;
  const isBroken = code === undefined || code === 'ECONNRESET' || code.startsWith('HPE_');
  return new HostError(
    isBroken ? 'broken-answer' : 'unreachable',
    `Cannot ask ${shownUrl(url.href)}: ${what}`,
    {
      cause: error,
    },
  );
}
