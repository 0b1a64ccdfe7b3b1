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
import { readBinary } from './read-binary.ts';
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
    const identity = await readBinary(host, path, { digest: false });
    if (!identity) return { trouble: `Cannot read ${name}: there is no such file` };
    const { sizeBytes } = identity;
    try {
      return { sizeBytes, identity, code: await readCode(host, path, identity) };
    } catch (error) {
      if (error instanceof FormatError) return { sizeBytes, identity };
      throw error;
    }
  } catch (error) {
    if (error instanceof HostError) return { trouble: error.message.replaceAll(path, name) };
    if (!(error instanceof FormatError)) throw error;
    const sizeBytes = (await host.withFile(path, (file) => Promise.resolve(file.sizeBytes))) ?? 0;
    return { sizeBytes, damage: error.message };
  }
}
