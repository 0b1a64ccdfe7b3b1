/**
 * Every instruction of an arm64 program that writes SP, by how far it moves it.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const placeSchema = z.object({
  address: z.number(),
  function: z.string(),
  /** As llvm-mc writes it. */
  text: z.string(),
});

const schema = z.object({
  /** In the function table. */
  functions: z.number(),
  instructions: z.number(),
  /** Moves of a known number of bytes, up or down, by that number; ascending. */
  moves: z.array(z.object({ bytes: z.number(), count: z.number(), first: placeSchema })),
  /** SP taken from a register that does not hold SP and a constant: switches of the stack. */
  switches: z.object({ count: z.number(), first: z.array(placeSchema) }),
});

export type StackPointerWrites = z.infer<typeof schema>;

export const stackPointerWrites = kind<StackPointerWrites>({
  id: 'stack-pointer-writes',
  subject: 'binary',
  title: { en: 'how the program moves the stack pointer', zh: '程序如何移动栈指针' },
  schema,
});
