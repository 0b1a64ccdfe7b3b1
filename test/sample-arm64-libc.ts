/**
 * The C library of Debian 12's gcc-aarch64-linux-gnu (glibc 2.36) and programs linked against it, as
 * readelf -V and ld --trace show them, with what a case needs changed.
 *
 * @module
 */

import type { Arm64Libc } from '../src/evidence/machine/arm64-libc.ts';
import { ran } from './sample-recorded-run.ts';

export const CROSS_LIBC: Arm64Libc['libraries'][number] = {
  path: '/usr/aarch64-linux-gnu/lib/libc.so.6',
  architecture: 'arm64',
  versions: ['GLIBC_2.17', 'GLIBC_2.18', 'GLIBC_2.34', 'GLIBC_2.36', 'GLIBC_PRIVATE'],
  symbols: [
    { name: 'pthread_create', version: 'GLIBC_2.17', isDefault: false },
    { name: 'pthread_create', version: 'GLIBC_2.34', isDefault: true },
    { name: 'memcpy', version: 'GLIBC_2.17', isDefault: true },
  ],
};

/** glibc 2.31, as in Debian 11: threads are not part of libc yet. */
export const OLD_LIBC: Arm64Libc['libraries'][number] = {
  ...CROSS_LIBC,
  path: '/lib/aarch64-linux-gnu/libc.so.6',
  versions: ['GLIBC_2.17', 'GLIBC_2.28'],
  symbols: [{ name: 'memcpy', version: 'GLIBC_2.17', isDefault: true }],
};

export function linkedProgram(name: string, version: string, symbol: string): Arm64Libc['programs'][number] {
  return {
    name,
    build: ran('build'),
    made: {
      interp: '/lib/ld-linux-aarch64.so.1',
      searchPaths: [],
      needs: [
        { file: 'libc.so.6', version: 'GLIBC_2.17', symbols: ['abort'] },
        { file: 'libc.so.6', version, symbols: [symbol] },
      ],
    },
  };
}

export function arm64LibcWith(changes: Partial<Arm64Libc> = {}): Arm64Libc {
  return {
    libraries: [CROSS_LIBC],
    compiler: { command: 'aarch64-linux-gnu-gcc', machine: 'aarch64-linux-gnu', isCross: true },
    crossDirectory: {
      path: '/usr/aarch64-linux-gnu/lib',
      pthread: ['libpthread.a', 'libpthread.so.0', 'libpthread_nonshared.a'],
    },
    linked: ['/usr/aarch64-linux-gnu/lib/libpthread.a', '/usr/aarch64-linux-gnu/lib/libc.so.6'],
    loader: {
      path: '/usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1',
      directories: ['/lib/aarch64-linux-gnu/', '/usr/lib/aarch64-linux-gnu/', '/lib/', '/usr/lib/'],
    },
    programs: [
      linkedProgram('cgo-hello', 'GLIBC_2.34', '__libc_start_main'),
      linkedProgram('threads', 'GLIBC_2.34', 'pthread_create'),
    ],
    ...changes,
  };
}
