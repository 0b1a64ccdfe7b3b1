/**
 * Module proxies on loopback: an honest one, and the same with one fault each, as they were
 * reported of real proxies.
 *
 * @module
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { storedZip } from '../src/formats/stored-zip.ts';
import { unescapePath, unescapeVersion } from '../src/formats/module-path.ts';

export const MODULES = [
  { path: 'example.test/plain', version: 'v1.2.3' },
  { path: 'example.test/Capital/Two', version: 'v0.1.0' },
  { path: 'example.test/major/v3', version: 'v3.0.1' },
] as const;

export interface Reply {
  readonly status: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Changes an honest reply to a path; undefined leaves it as it is. */
export type Fault = (path: string, honest: Reply, request: IncomingMessage) => Reply | 'stall' | undefined;

export interface Proxy {
  readonly url: string;
  readonly close: () => void;
}

export async function proxyServer(fault: Fault = () => undefined): Promise<Proxy> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const honest = honestReply(path);
    const reply = fault(path, honest, request) ?? honest;
    if (reply !== 'stall') send(reply, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(
  { status, body = '', headers = {} }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-length': String(bytes.length), ...headers });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export function zipOf({ path, version }: { readonly path: string; readonly version: string }): Uint8Array {
  const encoder = new TextEncoder();
  const prefix = `${path}@${version}/`;
  return storedZip([
    { name: `${prefix}go.mod`, bytes: encoder.encode(`module ${path}\n`) },
    { name: `${prefix}x.go`, bytes: encoder.encode('package x\n') },
  ]);
}

function honestReply(path: string): Reply {
  const [, escaped = '', file = ''] = /^\/(.+)\/@v\/([^/]+)$/.exec(decoded(path)) ?? [];
  const known = MODULES.find((module) => module.path === unescapePath(escaped));
  if (!known) return { status: 404, body: 'not found' };
  if (file === 'list') return { status: 200, body: `${known.version}\n` };
  const dot = file.lastIndexOf('.');
  if (unescapeVersion(file.slice(0, Math.max(0, dot))) !== known.version)
    return { status: 404, body: 'not found' };
  switch (file.slice(dot)) {
    case '.info':
      return { status: 200, body: JSON.stringify({ Version: known.version, Time: '2020-01-02T03:04:05Z' }) };
    case '.mod':
      return { status: 200, body: `module ${known.path}\n` };
    case '.zip':
      return { status: 200, body: zipOf(known) };
    default:
      return { status: 404, body: 'not found' };
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
