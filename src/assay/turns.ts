/**
 * Taking turns: probes that would do the same work at the same time wait for each other.
 *
 * @module
 */

import type { Host } from '../host/host.ts';
import type { Cost } from '../probes/probe.ts';

/** The words of a cost, with "here" spelt out, so that it waits for builds that name the same target. */
export function turnsOf({ turn = [] }: Cost, { system, architecture }: Host): string[] {
  const words = typeof turn === 'string' ? [turn] : turn;
  const here = `build ${system}/${architecture === 'x64' ? 'amd64' : architecture}`;
  return [...new Set(words.map((word) => (word === 'build here' ? here : word)))];
}

/** Work with a word in common is done one after another, in the order of asking, whether or not it goes well. */
export function turnTaker(): (words: readonly string[], work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (words, work) => {
    if (words.length === 0) return work();
    const turn = Promise.allSettled(words.map((word) => last.get(word) ?? Promise.resolve())).then(work);
    for (const word of words) last.set(word, turn);
    return turn;
  };
}
