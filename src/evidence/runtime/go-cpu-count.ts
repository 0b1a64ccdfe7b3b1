import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  numCPU: z.number(),
  gomaxprocs: z.number(),
  /** As runtime.Version() says it, of the program that counted. */
  goVersion: z.string().optional(),
  /** GOMAXPROCS in the user's environment, which overrides what Go works out. */
  environment: z.string().optional(),
});

export type GoCpuCount = z.infer<typeof schema>;

/** How many CPUs a program of the Go under test sees and uses on this machine. */
export const goCpuCount = kind<GoCpuCount>({
  id: 'go-cpu-count',
  subject: 'toolchain',
  title: { en: 'how many CPUs Go uses here', zh: 'Go 在本机使用的 CPU 数' },
  schema,
});
