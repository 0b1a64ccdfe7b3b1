/**
 * What the machine or a file refuses, in commands that answer one question, is the user's to mend:
 * the message goes to standard error, and the exit code is that of unreadable input.
 *
 * @module
 */

import { HostError } from '../../host/host.ts';
import { UsageError } from '../exit-codes.ts';

/** Turns HostError and FormatError into UsageError, with their words. */
export async function refusalAsUsage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isRefusal = error instanceof HostError || (error instanceof Error && error.name === 'FormatError');
    if (isRefusal) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
