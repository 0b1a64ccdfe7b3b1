import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** Outside any module, GOTOOLCHAIN=local. */
  plain: recordedRunSchema,
  /** In a module whose go line asks for a release that does not exist yet, GOTOOLCHAIN=local. */
  inNewerModule: recordedRunSchema,
  /** There with GOTOOLCHAIN=auto and no network: Go would switch if it could. */
  inNewerModuleAuto: recordedRunSchema,
  /** With GOOS and GOARCH set to another port. */
  foreign: z.object({ goos: z.string(), goarch: z.string(), run: recordedRunSchema }),
  /** Of the go command's own file, in Go's names; empty if its header does not tell. */
  fileArchitectures: z.array(z.string()),
  file: z.string(),
});

export type GoVersionLines = z.infer<typeof schema>;

/** What `go version` prints, here, in a module that wants more, and with another GOOS and GOARCH. */
export const goVersionLine = kind<GoVersionLines>({
  id: 'go-version-line',
  subject: 'toolchain',
  title: { en: 'the output of go version', zh: 'go version 的输出' },
  schema,
});
