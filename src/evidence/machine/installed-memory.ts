import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** What the kernel manages: a little less than what is built in. */
  totalBytes: z.number(),
});

export type InstalledMemory = z.infer<typeof schema>;

export const installedMemory = kind<InstalledMemory>({
  id: 'installed-memory',
  subject: 'machine',
  title: { en: 'the memory of the machine', zh: '本机内存' },
  schema,
});
