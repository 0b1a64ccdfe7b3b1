/**
 * The C libraries for arm64 at hand, the compiler that links against one of them, and what programs
 * ask for that were just linked.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from '../toolchain/recorded-run.ts';

const librarySchema = z.object({
  path: z.string(),
  /** Of the ELF header, in Go's names. */
  architecture: z.string(),
  /** Versions that it defines, in the order of the file: "GLIBC_2.17"; none in musl. */
  versions: z.array(z.string()),
  /** Versions of memcpy and pthread_create. */
  symbols: z.array(z.object({ name: z.string(), version: z.string(), isDefault: z.boolean() })),
});

const programSchema = z.object({
  /** "cgo-hello" or "threads". */
  name: z.string(),
  build: recordedRunSchema,
  /** Absent if the build made nothing. */
  made: z
    .object({
      interp: z.string().optional(),
      searchPaths: z.array(z.string()),
      needs: z.array(z.object({ file: z.string(), version: z.string(), symbols: z.array(z.string()) })),
    })
    .optional(),
});

const schema = z.object({
  libraries: z.array(librarySchema),
  /** A C compiler for arm64 Linux. */
  compiler: z
    .object({
      command: z.string(),
      /** As it calls its target. */
      machine: z.string(),
      /** The target is not this machine's own. */
      isCross: z.boolean(),
    })
    .optional(),
  /** The directory that the paper names, if it is there: files of it whose names begin with libpthread. */
  crossDirectory: z.object({ path: z.string(), pthread: z.array(z.string()) }).optional(),
  /** Files that the linker took for the threads program, links resolved. */
  linked: z.array(z.string()),
  /** The loader beside the cross libraries, and the directories that are written into it. */
  loader: z.object({ path: z.string(), directories: z.array(z.string()) }).optional(),
  programs: z.array(programSchema),
});

export type Arm64Libc = z.infer<typeof schema>;

export const arm64Libc = kind<Arm64Libc>({
  id: 'arm64-libc',
  subject: 'machine',
  title: { en: 'the C libraries for arm64', zh: '面向 arm64 的 C 库' },
  schema,
});

/** What §2.3 names. */
export const CROSS_DIRECTORY = '/usr/aarch64-linux-gnu/lib';
