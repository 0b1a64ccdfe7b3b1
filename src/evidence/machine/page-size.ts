import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** As the kernel, or a translator in its stead, gives it to this process. */
  bytes: z.number(),
  /** As the kernel gives it to its own programs, where that could be asked: a translator may differ. */
  kernelBytes: z.number().optional(),
});

export type PageSize = z.infer<typeof schema>;

/** The size of a memory page. */
export const pageSize = kind<PageSize>({
  id: 'page-size',
  subject: 'machine',
  title: { en: 'the page size of the kernel', zh: '内核页大小' },
  schema,
});
