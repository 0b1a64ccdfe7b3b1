/**
 * Linux's lists of CPUs, such as "0-3,8,10-11".
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

/** No machine has more; a damaged list could claim any number. */
const MOST_CPUS = 8192;

/** The numbers in the list, in order. Throws FormatError for what is no list. */
export function cpuList(text: string): number[] {
  const cpus: number[] = [];
  for (const part of text.trim().split(',')) {
    if (part === '') continue;
    const range = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
    if (!range) throw new FormatError(`Cannot read CPU list: "${part.slice(0, 20)}" is no range`, 0);
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    if (last < first || last >= MOST_CPUS || cpus.length > MOST_CPUS)
      throw new FormatError(`Cannot read CPU list: ${part} is out of bounds`, 0);
    for (let cpu = first; cpu <= last; cpu += 1) cpus.push(cpu);
  }
  return cpus;
}
