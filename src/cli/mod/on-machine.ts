/**
 * Running one `mod` command on this machine: what the machine refuses and what files do not say are
 * the user's to mend, and end in a sentence and exit code 2.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { nodeHost } from '../../host/node.ts';
import { UsageError, type ExitCode } from '../exit-codes.ts';

export async function onMachine(work: (host: Host) => Promise<ExitCode>): Promise<ExitCode> {
  const interruption = new AbortController();
  const stop = (): void => interruption.abort();
  process.once('SIGINT', stop);
  const host = nodeHost({ signal: interruption.signal });
  try {
    return await work(host);
  } catch (error) {
    if (error instanceof Error && (error.name === 'HostError' || error.name === 'FormatError'))
      throw new UsageError(error.message);
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
    host.close();
  }
}
