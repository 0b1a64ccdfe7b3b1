/**
 * Specimens built by real Go commands for the targets whose files goassay reads.
 *
 * @module
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BinaryIdentity } from '../src/evidence/binary/binary-identity.ts';
import { nodeHost } from '../src/host/node.ts';
import { readBinary } from '../src/probes/binary/read-binary.ts';

const SPECIMENS = join(import.meta.dirname, '../specimens');

export interface Build {
  readonly program: string;
  readonly goos: string;
  readonly goarch: string;
  readonly stripped: boolean;
  /** The go command; the one on PATH unless said. `toolchain` is its version, for titles. */
  readonly go?: string;
  readonly toolchain?: string;
}

export const TARGETS = [
  ['linux', 'arm64'],
  ['linux', 'amd64'],
  ['linux', '386'],
  ['linux', 's390x'],
  ['darwin', 'arm64'],
  ['darwin', 'amd64'],
  ['windows', 'amd64'],
] as const;

export const BUILDS: readonly Build[] = TARGETS.flatMap(([goos, goarch]) =>
  ['hello', 'metrics'].flatMap((program) =>
    [false, true].map((stripped) => ({ program, goos, goarch, stripped })),
  ),
);

export function titleOf({ program, goos, goarch, stripped, toolchain }: Build): string {
  return `${toolchain ?? ''} ${goos}/${goarch} ${program}${stripped ? ' -s -w' : ''}`.trim();
}

export interface Workshop {
  readonly directory: string;
  build(wanted: Build): string;
  remove(): void;
}

/** A directory of its own where the same program is built once. */
export function workshop(): Workshop {
  const directory = mkdtempSync(join(tmpdir(), 'goassay-binaries-'));
  return {
    directory,
    build(wanted) {
      const { program, goos, goarch, stripped, go = 'go' } = wanted;
      const path = join(directory, titleOf(wanted).replaceAll(/[^\w.]+/g, '-'));
      if (existsSync(path)) return path;
      // Alone in its directory, so that releases which do not know the specimens' go.mod build it too.
      const source = join(directory, 'source', program);
      mkdirSync(source, { recursive: true });
      copyFileSync(join(SPECIMENS, program, 'main.go'), join(source, 'main.go'));
      execFileSync(go, ['build', ...(stripped ? ['-ldflags=-s -w'] : []), '-o', path, 'main.go'], {
        cwd: source,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          GOENV: 'off',
          GOFLAGS: '',
          GOROOT: '',
          CGO_ENABLED: '0',
          GOOS: goos,
          GOARCH: goarch,
          GOTOOLCHAIN: 'local',
        },
      });
      return path;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** What goassay says of a file, through the real door. */
export async function identityOf(path: string): Promise<BinaryIdentity> {
  const host = nodeHost();
  try {
    const identity = await readBinary(host, path);
    if (!identity) throw new Error(`${path} is not there`);
    return identity;
  } finally {
    host.close();
  }
}

export function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

export function tell(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
