/**
 * Hundreds of files of known nature, honest, forged and damaged, each with what was read of it. What
 * follows from the reading is concluded by whoever judges it, so that a later version can conclude
 * again; of the reading, what says nothing about the architecture is left out.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { binaryIdentity } from './binary-identity.ts';
import { machineCode } from './machine-code.ts';

const schema = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      /** The program that it was made of. */
      base: z.string(),
      /** What was done to it: "header patched", "truncated" … */
      change: z.string(),
      /**
       * native: an honest arm64 program, every slice of it. other: honest, and not arm64 in every slice.
       * forged: its header, metadata or code tell of another architecture than the rest. damaged: an
       * arm64 program with bytes changed or cut off, of which any careful answer will do.
       */
      truth: z.enum(['native', 'other', 'forged', 'damaged']),
      sizeBytes: z.number(),
      identity: binaryIdentity.schema.optional(),
      code: machineCode.schema.optional(),
      /** The reader's words if the file as a whole is damaged. */
      damage: z.string().optional(),
      /** An error that no reader should have let through. */
      crash: z.string().optional(),
    }),
  ),
});

export type LabelledBinaries = z.infer<typeof schema>;

export const labelledBinaries = kind<LabelledBinaries>({
  id: 'labelled-binaries',
  subject: 'machine',
  title: { en: 'a labelled set of honest, forged and damaged binaries', zh: '一组已知真伪的二进制文件' },
  schema,
});
