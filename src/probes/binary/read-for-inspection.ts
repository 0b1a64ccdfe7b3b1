/**
 * Reading a file for `inspect`: what it says it is, and its machine code. A damaged file is an
 * answer; a file that the machine refuses is trouble.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import type { BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import type { MachineCode } from '../../evidence/binary/machine-code.ts';
import { HostError, type Host } from '../../host/host.ts';
import { withBinary } from './read-binary.ts';
import { readCode } from './read-code.ts';

export type Read =
  | {
      readonly sizeBytes: number;
      readonly identity?: BinaryIdentity;
      readonly code?: MachineCode;
      readonly damage?: string;
    }
  | { readonly trouble: string };

/** `name` is what people call the file, `path` where its bytes are. */
export async function readForInspection(
  host: Host,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<Read> {
  try {
    const read = await withBinary(host, path, { digest: false }, async (identity, images) => {
      const { sizeBytes } = identity;
      try {
        return { sizeBytes, identity, code: await readCode(identity, images) };
      } catch (error) {
        // Damage of the code alone: what the file says of itself still stands.
        if (error instanceof FormatError) return { sizeBytes, identity };
        throw error;
      }
    });
    return read ?? { trouble: `Cannot read ${name}: there is no such file` };
  } catch (error) {
    if (error instanceof HostError) return { trouble: error.message.replaceAll(path, name) };
    if (!(error instanceof FormatError)) throw error;
    const sizeBytes = (await host.withFile(path, (file) => Promise.resolve(file.sizeBytes))) ?? 0;
    return { sizeBytes, damage: error.message };
  }
}
