/**
 * Asking a proxy: every address once, however many checks look at the answer.
 *
 * @module
 */

import { HostError, type Answer, type Host } from '../../../host/host.ts';

export interface Came {
  readonly request: string;
  /** Undefined if no whole answer came. */
  readonly answer: Answer | undefined;
  /** Why none came. */
  readonly refusal: string;
  readonly text: string;
}

export interface Asking {
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirects?: 'follow' | 'return';
  /** Distinguishes a repetition from the first time. */
  readonly again?: number;
}

export class Asker {
  requests = 0;
  readonly #host: Host;
  readonly #base: string;
  readonly #timeLimitMs: number;
  readonly #known = new Map<string, Promise<Came>>();

  /** `base` without a slash at its end. */
  constructor(host: Host, base: string, timeLimitMs: number) {
    this.#host = host;
    this.#base = base;
    this.#timeLimitMs = timeLimitMs;
  }

  /** `path` begins with a slash and is sent as it is. */
  ask(path: string, asking: Asking = {}): Promise<Came> {
    const key = JSON.stringify([path, asking]);
    let came = this.#known.get(key);
    if (!came) {
      came = this.#send(path, asking);
      this.#known.set(key, came);
    }
    return came;
  }

  async #send(path: string, { method = 'GET', headers, redirects = 'follow' }: Asking): Promise<Came> {
    this.requests += 1;
    const request = `${method} ${path}`;
    try {
      const answer = await this.#host.request({
        url: `${this.#base}${path}`,
        method,
        redirects,
        ...(headers && { headers }),
        timeLimitMs: this.#timeLimitMs,
        idleLimitMs: this.#timeLimitMs,
        limitBytes: 2 ** 26,
      });
      return {
        request,
        answer,
        refusal: '',
        text: new TextDecoder().decode(answer.body.subarray(0, 2 ** 20)),
      };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { request, answer: undefined, refusal: error.message, text: '' };
    }
  }
}
