/**
 * What is kept in the store between runs to save work. It vouches for nothing: one that is missing,
 * damaged or of another version is none, and one that cannot be written is done without.
 *
 * @module
 */

import type * as z from 'zod';
import { HostError, type Host } from '../host/host.ts';

export interface Saved<T> {
  readonly schema: z.ZodType<T>;
  /** What is larger is not read. */
  readonly limitBytes: number;
}

export async function readSaved<T>(
  host: Host,
  name: string,
  { schema, limitBytes }: Saved<T>,
): Promise<T | undefined> {
  try {
    const bytes = await host.readFile(`${host.storeDirectory}/${name}`, limitBytes);
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof HostError && error.refusal !== 'interrupted'))
      return undefined;
    throw error;
  }
}

export async function writeSaved(host: Host, name: string, value: unknown): Promise<void> {
  try {
    await host.writeStore(name, new TextEncoder().encode(JSON.stringify(value)));
  } catch (error) {
    if (!(error instanceof HostError) || error.refusal === 'interrupted') throw error;
  }
}
