import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { translatedRunsSchema } from './translated-runs.ts';

const schema = translatedRunsSchema.extend({
  /** SHA-256 of what either built, in hex; absent where it built nothing. */
  products: z.object({ native: z.string().optional(), translated: z.string().optional() }),
});

export type TranslatedToolchain = z.infer<typeof schema>;

/** Whole builds of one program for this machine by a native and by a translated toolchain. */
export const translatedToolchain = kind<TranslatedToolchain>({
  id: 'translated-toolchain',
  subject: 'toolchain',
  title: { en: 'builds by a native and a translated toolchain', zh: '原生与转译工具链的构建' },
  schema,
});
