/**
 * Values of options that commander does not read by itself.
 *
 * @module
 */

import { InvalidArgumentError } from 'commander';

/** Names with commas between them; the option may be given several times. */
export function list(value: string, before: readonly string[]): string[] {
  return [...before, ...value.split(',').filter((name) => name.trim() !== '')];
}

/** One value for each time the option is given. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

export function count(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isSafeInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('It is no count; give a whole number such as 20.');
}
