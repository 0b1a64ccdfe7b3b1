import { HostError } from '../../host/host.ts';

/**
 * What `look` finds, or undefined if the machine refuses to show it: a witness less, not a fact
 * less. A user who stops the run is not taken for a refusal.
 */
export async function ifReadable<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted') return undefined;
    throw error;
  }
}
