/**
 * A program that the Go under test was asked to build, and whether it did.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** As one would type it. */
  command: z.string(),
  exit: z.number().optional(),
  /** What the go command said, verbatim. */
  stderr: z.string(),
  path: z.string(),
  /** A file is at `path` now; it was not there before. */
  made: z.boolean(),
});

export type Product = z.infer<typeof schema>;

/** One of the programs in PRODUCTS, as it came out of the build. */
export const product = kind<Product>({
  id: 'product',
  subject: 'binary',
  title: { en: 'a program built here by the Go under test', zh: '由被测 Go 在本机构建的程序' },
  schema,
});

/** The binaries of a run, by subject name. The first five carry the paper's own file names. */
export const PRODUCTS = {
  /** §2.2, as printed. */
  metricsDarwin: 'metrics-darwin-arm64',
  /** §2.5, as printed, symbols and DWARF removed. */
  helloArm64: 'hello-arm64',
  helloAmd64: 'hello-amd64',
  /** §2.5 without -ldflags, to compare. */
  helloArm64Whole: 'hello-arm64-whole',
  /** §3.3: the module of the example, with its flags. */
  myapp: 'myapp',
  /** The same metrics program for linux/arm64 and for this machine. */
  metricsLinux: 'metrics-linux-arm64',
  metricsHere: 'metrics-here',
  /** With symbols, for §3.3. */
  helloLinuxArm64: 'hello-linux-arm64',
  helloLinuxAmd64: 'hello-linux-amd64',
  /** §2.1: crypto/aes, bytes.Equal and strings.Index. */
  libraryCalls: 'library-calls-linux-arm64',
  /** hello-linux-amd64 with GOARCH=arm64 written over its build information. */
  forged: 'forged-goarch',
  /** The go command itself. */
  go: 'go',
} as const;

export type ProductName = (typeof PRODUCTS)[keyof typeof PRODUCTS];
