/**
 * Asking the user's module proxies for a file, in the order and with the fall-through that the go
 * command has. A proxy that refuses says nothing about whether the file exists.
 *
 * @module
 */

import { parseProxyList } from '../formats/goproxy.ts';
import { HostError, shownUrl, type Answer, type Host, type Refusal, type Request } from '../host/host.ts';

export interface ProxyAnswer {
  readonly answer: Answer;
  /** The address that gave it, to be asked for more of the same file. */
  readonly url: string;
}

/**
 * `path` is that of the proxy protocol, such as "golang.org/toolchain/@v/list". Throws HostError
 * with what each proxy said if none answered 200 or 206.
 */
export async function askProxies(
  host: Host,
  goproxy: string,
  path: string,
  request: Omit<Request, 'url'> = {},
): Promise<ProxyAnswer> {
  const said: string[] = [];
  let refusal: Refusal = 'failed';
  for (const { at, goesOn } of parseProxyList(goproxy)) {
    if (at === 'direct' || at === 'off') {
      said.push(`GOPROXY ends in ${at}`);
      break;
    }
    const url = `${at}/${path}`;
    try {
      const answer = await (at.startsWith('file://')
        ? readFileUrl(host, url)
        : host.request({ ...request, url }));
      if (answer.status === 200 || answer.status === 206) return { answer, url };
      said.push(`${shownUrl(url)} answered ${answer.status}`);
      if (answer.status !== 404 && answer.status !== 410 && goesOn !== 'any') break;
    } catch (error) {
      if (!(error instanceof HostError) || error.refusal === 'interrupted') throw error;
      said.push(error.message);
      refusal = error.refusal;
      if (goesOn !== 'any') break;
    }
  }
  throw new HostError(refusal, `Cannot have ${path}: ${said.join('; ') || 'GOPROXY names no proxy'}`);
}

async function readFileUrl(host: Host, url: string): Promise<Answer> {
  const body = await host.readFile(decodeURIComponent(new URL(url).pathname), 2 ** 29);
  return {
    status: body ? 200 : 404,
    headers: {},
    url,
    body: body ?? new Uint8Array(),
    redirectedBy: [],
    durationMs: 0,
  };
}
