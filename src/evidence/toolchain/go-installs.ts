/**
 * Who put it there, as far as the path tells.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';

/** A file's own word about what it is, from its first bytes. */
const headerSchema = z.object({
  format: z.enum(['elf', 'mach-o', 'mach-o-fat', 'pe', 'ar', 'script', 'other']),
  /** In Go's names; several for a fat file, none for a script. */
  architectures: z.array(z.string()),
});

export type Header = z.infer<typeof headerSchema>;

export const GO_MANAGERS = [
  'official',
  'homebrew',
  'gvm',
  'asdf',
  'mise',
  'goenv',
  'sdk',
  'distribution',
  'module-cache',
  'unknown',
] as const;

const installSchema = z.object({
  /** Of the go command, as it was found first. */
  path: z.string(),
  realPath: z.string(),
  /** Every other path that leads to the same file. */
  aliases: z.array(z.string()),
  manager: z.enum(GO_MANAGERS),
  /** Where PATH has it, from 1; none if no shell would find it. */
  positions: z.array(z.number()),
  /** Of the file that PATH or the manager names: a shim is a script or a program of another name. */
  header: headerSchema.optional(),
  /** From `go env GOROOT` if it answered, else from where the file lies. */
  goroot: z.string().optional(),
  /** VERSION at the root of its tree. */
  versionFile: z.object({ version: z.string(), time: z.string().optional() }).optional(),
  /** The first line of `go version`, verbatim. */
  versionLine: z.string().optional(),
  /** Everything that `go env -json` printed. */
  env: z.record(z.string(), z.string()).optional(),
  /** The toolchain's own files: bin/go, and compile and link below pkg/tool. */
  tools: z.array(z.object({ name: z.string(), path: z.string(), header: headerSchema.optional() })),
  /** Why it was not asked, or what went wrong when it was. */
  trouble: z.string().optional(),
});

export type GoInstall = z.infer<typeof installSchema>;

export const PATH_ODDITIES = [
  'empty',
  'relative',
  'missing',
  'unreadable',
  'loop',
  'not-a-directory',
  'duplicate',
] as const;

const schema = z.object({
  /** PATH entry by entry, with what is odd about each. */
  path: z.array(z.object({ text: z.string(), oddity: z.enum(PATH_ODDITIES).optional() })),
  /** The variable GOROOT, if it is set in the environment. */
  gorootVariable: z.object({ value: z.string(), exists: z.boolean(), hasGo: z.boolean() }).optional(),
  /** The prefixes that Homebrew uses, Apple silicon's and Intel's among them, and whether brew is there. */
  homebrewPrefixes: z.array(z.object({ prefix: z.string(), present: z.boolean() })),
  /** In the order in which a shell would find them, those not on PATH last. */
  installs: z.array(installSchema),
  /** Every place that was looked at, so that "none there" can be told from "not looked". */
  searched: z.array(
    z.object({ manager: z.enum(GO_MANAGERS), place: z.string(), trouble: z.string().optional() }),
  ),
});

export type GoInstalls = z.infer<typeof schema>;

/** Every Go on this machine: on PATH in order, and where package and version managers put them. */
export const goInstalls = kind<GoInstalls>({
  id: 'go-installs',
  subject: 'machine',
  title: { en: 'the Go installs on this machine', zh: '本机的 Go 安装' },
  schema,
  headline: ({ installs }): Text => ({
    en: installs.length === 1 ? '1 Go install' : `${installs.length} Go installs`,
    zh: `${installs.length} 个 Go 安装`,
  }),
});
