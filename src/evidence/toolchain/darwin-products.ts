import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  products: z.array(
    z.object({
      /** As `go tool dist list` offers it for darwin. */
      goarch: z.string(),
      exit: z.number().optional(),
      stderr: z.string(),
      /** Of the file that came out; none if there is no file. */
      format: z.string().optional(),
      architectures: z.array(z.string()),
    }),
  ),
});

export type DarwinProducts = z.infer<typeof schema>;

/** One program built with every GOARCH that the Go under test offers for darwin. */
export const darwinProducts = kind<DarwinProducts>({
  id: 'darwin-products',
  subject: 'toolchain',
  title: { en: 'one program built for every darwin port', zh: '为每个 darwin 移植构建的同一程序' },
  schema,
});
