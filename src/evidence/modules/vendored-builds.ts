import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from '../toolchain/recorded-run.ts';

const schema = z.object({
  /** GO111MODULE=on GOSUMDB=off, after one hash in go.sum was changed. */
  changedSum: recordedRunSchema,
  /** The printed `go list -m all | grep`, and the list without the grep. */
  lists: z.array(z.object({ vendored: z.boolean(), printed: recordedRunSchema, whole: recordedRunSchema })),
  /** The printed `go build -x -v | grep`, twice in a row from an empty build cache, and the same without the grep. */
  builds: z.array(z.object({ printed: recordedRunSchema, compileSteps: z.number() })),
  /** The same build: whether it was vendored, how it was started, and how many of its lines have the word "vendor". */
  vendorWords: z.array(
    z.object({
      vendored: z.boolean(),
      cache: z.enum(['empty', 'filled']),
      directory: z.string(),
      run: recordedRunSchema,
      lines: z.number(),
    }),
  ),
  /** A filled module cache and an empty build cache: lines of `go build -x` with each of the two kinds of path. */
  modulePaths: z.object({ run: recordedRunSchema, download: z.number(), extracted: z.number() }),
  /** Changes planted in vendor/, and whether goassay named the file. */
  planted: z.array(z.object({ change: z.string(), file: z.string(), named: z.boolean() })),
  /** Findings before anything was planted. */
  pristineFindings: z.number(),
});

export type VendoredBuilds = z.infer<typeof schema>;

/** Builds of a small module with and without vendor/, and changes planted in it. */
export const vendoredBuilds = kind<VendoredBuilds>({
  id: 'vendored-builds',
  subject: 'toolchain',
  title: { en: 'builds with and without vendor/', zh: '使用与不使用 vendor/ 的构建' },
  schema,
});
