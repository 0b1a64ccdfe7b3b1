/**
 * Looking for C libraries for arm64, and linking two programs with the compiler that belongs to one:
 * a Go program with cgo and a C program with a thread.
 *
 * @module
 */

import { arm64Libc, CROSS_DIRECTORY, type Arm64Libc } from '../../evidence/machine/arm64-libc.ts';
import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { RecordedRun } from '../../evidence/toolchain/recorded-run.ts';
import type { Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { readBinary } from '../binary/read-binary.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { attempt, nothing } from '../toolchain/attempt.ts';
import { record } from '../toolchain/record.ts';
import { readVersions } from './elf-versions.ts';

const SYMBOLS = new Set(['memcpy', 'pthread_create']);

/** The cross library, and where distributions put the machine's own. */
const LIBRARIES = [
  `${CROSS_DIRECTORY}/libc.so.6`,
  '/usr/aarch64-linux-gnu/sys-root/lib64/libc.so.6',
  '/lib/aarch64-linux-gnu/libc.so.6',
  '/lib64/libc.so.6',
  '/usr/lib/libc.so.6',
  '/lib/ld-musl-aarch64.so.1',
];

const LOADER = `${CROSS_DIRECTORY}/ld-linux-aarch64.so.1`;

const COMPILERS = ['aarch64-linux-gnu-gcc', 'cc'];

type Compiler = NonNullable<Arm64Libc['compiler']>;

export const arm64LibcProbe = probe({
  gathers: arm64Libc,
  needs: { go: wish(goUnderTest) },
  cost: { time: 'seconds', turn: 'build linux/arm64', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    const compiler = await findCompiler(host);
    const libraries = await findLibraries(host);
    if (!compiler && libraries.length === 0)
      return absent(
        {
          en: 'There is no C library for arm64 Linux here, and no compiler for it',
          zh: '本机没有面向 arm64 Linux 的 C 库，也没有相应的编译器',
        },
        {
          en: 'On Debian and Ubuntu: apt-get install gcc-aarch64-linux-gnu',
          zh: '在 Debian 与 Ubuntu 上：apt-get install gcc-aarch64-linux-gnu',
        },
      );
    const names = await attempt(() => host.list(CROSS_DIRECTORY), nothing);
    const loader = await findLoader(host);
    return known({
      libraries,
      ...(compiler && { compiler }),
      ...(names && {
        crossDirectory: {
          path: CROSS_DIRECTORY,
          pthread: names.filter((name) => name.startsWith('libpthread')),
        },
      }),
      ...(loader && { loader }),
      ...(await linkPrograms(host, compiler, go)),
    });
  },
});

async function findCompiler(host: Host): Promise<Compiler | undefined> {
  for (const command of COMPILERS) {
    const told = await attempt(() => host.run({ argv: [command, '-dumpmachine'] }), nothing);
    const machine = told?.exit === 0 ? told.stdout.trim() : '';
    if (!/^aarch64.*linux/.test(machine)) continue;
    return { command, machine, isCross: host.architecture !== 'arm64' };
  }
  return undefined;
}

async function findLibraries(host: Host): Promise<Arm64Libc['libraries']> {
  const found = new Map<string, Arm64Libc['libraries'][number]>();
  for (const path of LIBRARIES) {
    const library = await attempt(() => readVersions(host, path, SYMBOLS), nothing);
    const real = (await attempt(() => host.realPath(path), nothing)) ?? path;
    if (library?.architecture === 'arm64' && !found.has(real)) found.set(real, library);
  }
  return [...found.values()];
}

/** Directories are written into glibc's loader when it is built, each ended by a slash and a NUL. */
async function findLoader(host: Host): Promise<Arm64Libc['loader']> {
  const bytes = await attempt(() => host.readFile(LOADER), nothing);
  if (!bytes) return undefined;
  const strings = Buffer.from(bytes).toString('latin1').split('\0');
  const directories = strings.filter((text) => /^(?:\/[\w.+-]+)*\/lib\w*\/(?:[\w.+-]+\/)*$/.test(text));
  return { path: LOADER, directories: [...new Set(directories)] };
}

async function linkPrograms(
  host: Host,
  compiler: Compiler | undefined,
  go: GoUnderTest | undefined,
): Promise<Pick<Arm64Libc, 'linked' | 'programs'>> {
  if (!compiler) return { linked: [], programs: [] };
  const directory = await host.scratch('arm64-libc');
  await host.writeScratch(`${directory}/threads.c`, await host.specimen('threads/threads.c'));
  const argv = [compiler.command, '-o', 'threads', 'threads.c', '-lpthread', '-Wl,--trace'] as const;
  const threads = await record(argv.join(' '), () => host.run({ argv, directory }));
  const linked = new Set<string>();
  for (const line of threads.stdout.split('\n')) {
    // Objects are the compiler's own, one of them under a random name.
    if (!/^\/.*\.(?:a|so[.\d]*)$/.test(line.trim())) continue;
    linked.add((await attempt(() => host.realPath(line.trim()), nothing)) ?? line.trim());
  }
  const programs = [
    { name: 'threads', build: { ...threads, stdout: '' }, ...(await madeAt(host, `${directory}/threads`)) },
  ];
  if (go) {
    const build = await buildCgo(host, go, compiler, directory);
    programs.unshift({ name: 'cgo-hello', build, ...(await madeAt(host, `${directory}/cgo-hello`)) });
  }
  return { linked: [...linked], programs };
}

async function buildCgo(
  host: Host,
  { path: go }: GoUnderTest,
  { command }: Compiler,
  directory: string,
): Promise<RecordedRun> {
  await host.writeScratch(`${directory}/main.go`, await host.specimen('cgo-hello/main.go'));
  const args = ['build', '-o', 'cgo-hello', 'main.go'];
  const environment = { CGO_ENABLED: '1', GOOS: 'linux', GOARCH: 'arm64', CC: command };
  const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return record([...set, 'go', ...args].join(' '), () => runGo(host, { go, args, directory, environment }));
}

async function madeAt(host: Host, path: string): Promise<Pick<Arm64Libc['programs'][number], 'made'>> {
  const identity = await attempt(() => readBinary(host, path, { digest: false }), nothing);
  const elf = identity?.slices[0]?.elf;
  if (!elf) return {};
  return {
    made: {
      ...(elf.interp !== undefined && { interp: elf.interp }),
      searchPaths: [...(elf.dynamic?.rpath ?? []), ...(elf.dynamic?.runpath ?? [])],
      needs: (elf.versionNeeds ?? []).map(({ file, version, symbols }) => ({
        file,
        version,
        symbols: symbols.map(({ name }) => name),
      })),
    },
  };
}
