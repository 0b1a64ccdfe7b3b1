import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  origins: z.array(
    z.object({
      /** A port such as "darwin/arm64", here that of macOS, or "crypto/aes (arm64)". */
      port: z.string(),
      /** The first release with it, such as "go1.16". */
      release: z.string(),
      /** Year-month-day of that release. */
      date: z.string().optional(),
      /** Whence it is known. */
      source: z.string(),
    }),
  ),
});

export type PortOrigins = z.infer<typeof schema>;

/** The shipped table as a fact of the run, so that a dossier can say otherwise. */
export const portOrigins = kind<PortOrigins>({
  id: 'port-origins',
  subject: 'machine',
  title: { en: 'the releases in which arm64 ports began', zh: '各 arm64 移植的起始版本' },
  schema,
});
