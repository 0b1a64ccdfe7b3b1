import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const portSchema = z.object({
  goos: z.string(),
  goarch: z.string(),
  cgoSupported: z.boolean(),
  /** Not in the lists of Go 1.18 and before. */
  firstClass: z.boolean().optional(),
});

const schema = z.object({
  /** Of the Go under test first; the others only in the full profile. */
  lists: z.array(z.object({ version: z.string(), path: z.string(), ports: z.array(portSchema) })),
});

export type GoPorts = z.infer<typeof schema>;

/** Which operating systems and architectures each installed Go builds for, by its own list. */
export const goPorts = kind<GoPorts>({
  id: 'go-ports',
  subject: 'toolchain',
  title: { en: 'the ports of the installed Go', zh: '所装 Go 支持的平台' },
  schema,
});
