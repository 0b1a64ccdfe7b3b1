import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';

const schema = z.object({
  /** Absolute path of the go command, as found. */
  path: z.string(),
  /** The same with every link resolved: wrappers and shims show here. */
  realPath: z.string(),
  /** The first line of `go version`, verbatim. */
  versionLine: z.string(),
  /** Such as "go1.26.8" or "devel …". */
  version: z.string(),
  goroot: z.string(),
  /** Every variable `go env -json` printed, unknown ones included, outside any module, GOTOOLCHAIN=local. */
  env: z.record(z.string(), z.string()),
});

export type GoUnderTest = z.infer<typeof schema>;

/** The one Go that this run judges: the first on PATH, or the one named with --go. */
export const goUnderTest = kind<GoUnderTest>({
  id: 'go-under-test',
  subject: 'toolchain',
  title: { en: 'the Go under test', zh: '被测的 Go' },
  schema,
  headline: ({ version, env }) => verbatim(`${version} ${env['GOOS'] ?? '?'}/${env['GOARCH'] ?? '?'}`),
});
