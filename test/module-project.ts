/**
 * A project with modules of its own making: a proxy of files, the real go command that downloads,
 * writes go.sum and vendors, and a module cache that nobody else uses.
 *
 * @module
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { storedZip } from '../src/formats/stored-zip.ts';

interface Module {
  readonly path: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

export const MODULES: readonly Module[] = [
  {
    path: 'one.test/Alpha',
    version: 'v1.2.3',
    files: {
      'go.mod': 'module one.test/Alpha\n\ngo 1.21\n',
      'alpha.go': 'package alpha\n\nimport "one.test/Alpha/deep/er"\n\nfunc A() string { return er.B() }\n',
      'alpha_test.go': 'package alpha\n',
      'tool.go': '//go:build ignore\n\npackage main\n',
      'both.go': '// A comment.\n\n//go:build linux || !ignore\n\npackage alpha\n',
      LICENSE: 'Do as you like.\n',
      'deep/NOTICE': 'Noted.\n',
      'deep/unused.txt': 'not vendored\n',
      'deep/er/er.go':
        'package er\n\nimport _ "embed"\n\n//go:embed data/*.txt "with blank.txt"\nvar b string\n\nfunc B() string { return "alpha" }\n'
          .replace('var b string', 'var fs embed.FS')
          .replace('import _ "embed"', 'import "embed"'),
      'deep/er/data/a.txt': 'embedded\n',
      'deep/er/data/b.bin': 'not embedded\n',
      'deep/er/with blank.txt': 'embedded too\n',
      'deep/er/asm_arm64.s': '// nothing\n',
      'other/other.go': 'package other\n',
    },
  },
  {
    path: 'two.test/beta/v2',
    version: 'v2.0.1',
    files: {
      'go.mod': 'module two.test/beta/v2\n\ngo 1.20\n\nrequire one.test/Alpha v1.2.3\n',
      'beta.go': 'package beta\n\nimport alpha "one.test/Alpha"\n\nvar B = alpha.A()\n',
      'COPYING.md': 'Copied.\n',
    },
  },
];

export interface ModuleProject {
  readonly root: string;
  readonly directory: string;
  readonly cache: string;
  readonly environment: Readonly<Record<string, string>>;
  go(...args: string[]): string;
}

/** Everything below one directory, removed when the process ends. */
export function moduleProject(): ModuleProject {
  const root = mkdtempSync(join(tmpdir(), 'goassay modules 测试-'));
  const proxy = join(root, 'proxy');
  const directory = join(root, 'project');
  const cache = join(root, 'cache');
  const environment = {
    GOPROXY: `file://${encodeURI(proxy)}`,
    GOSUMDB: 'off',
    GONOSUMDB: '',
    GOPRIVATE: '',
    GOMODCACHE: cache,
    GOPATH: join(root, 'gopath'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
    GOWORK: '',
    XDG_CACHE_HOME: join(root, 'store'),
  };
  for (const { path, version, files } of MODULES) {
    const place = join(
      proxy,
      path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`),
      '@v',
    );
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const zip = storedZip(
      Object.entries(files).map(([name, text]) => ({
        name: `${path}@${version}/${name}`,
        bytes: bytes(text),
      })),
    );
    write(join(place, 'list'), `${version}\n`);
    write(join(place, `${version}.info`), JSON.stringify({ Version: version }));
    write(join(place, `${version}.mod`), files['go.mod'] ?? '');
    write(join(place, `${version}.zip`), zip);
  }
  write(
    join(directory, 'go.mod'),
    'module project.test/main\n\ngo 1.22\n\nrequire two.test/beta/v2 v2.0.1\n',
  );
  write(
    join(directory, 'main.go'),
    'package main\n\nimport beta "two.test/beta/v2"\n\nfunc main() { println(beta.B) }\n',
  );
  const go = (...args: string[]): string =>
    execFileSync('go', args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  go('mod', 'tidy');
  go('mod', 'download', 'all');
  go('mod', 'vendor');
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  return { root, directory, cache, environment, go };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
