import { FormatError } from '../../bytes/error.ts';
import { HostError } from '../../host/host.ts';

/**
 * Looks where the machine may refuse and the bytes may be wrong, and goes on with `otherwise`.
 * An interrupted run is no answer, so it goes on to the top, as our own bugs do.
 */
export async function attempt<T, U>(
  look: () => Promise<T>,
  otherwise: (refusal: HostError | FormatError) => U,
): Promise<T | U> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof FormatError) return otherwise(error);
    if (error instanceof HostError && error.refusal !== 'interrupted') return otherwise(error);
    throw error;
  }
}

/** For `otherwise`: what could not be had is simply not there. */
export function nothing(): undefined {
  return undefined;
}
