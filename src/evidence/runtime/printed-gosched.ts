import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const runSchema = z.object({ exit: z.number().optional(), stdout: z.string(), stderr: z.string() });

const schema = z.object({
  /** The paper's function, completed with package, imports and main. */
  benchmark: runSchema,
  /** A program that calls runtime.gosched, and the same with runtime.Gosched. */
  lowercase: runSchema,
  exported: runSchema,
});

export type PrintedGosched = z.infer<typeof schema>;

/** The printed benchmark of runtime.Gosched, and the name that the paper gives it elsewhere. */
export const printedGosched = kind<PrintedGosched>({
  id: 'printed-gosched',
  subject: 'toolchain',
  title: { en: 'the printed Gosched benchmark', zh: '原文所印的 Gosched 基准' },
  schema,
});
