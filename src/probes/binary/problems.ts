/**
 * Parts that could not be read, written down instead of thrown, so that the rest is read.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';

export interface Problem {
  readonly part: string;
  readonly message: string;
  /** Of the part, from the start of the file. */
  readonly offset?: number;
}

export class Problems {
  readonly #list: Problem[] = [];

  get list(): Problem[] {
    return [...this.#list];
  }

  /** What `act` gives, or undefined if the bytes are damaged. What the machine refuses is not caught. */
  async attempt<T>(part: string, offset: number | undefined, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.#list.push({ part, message: error.message, ...(offset !== undefined && { offset }) });
      return undefined;
    }
  }
}
