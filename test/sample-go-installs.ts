/** Go installs as the probe records them, for the tables of claims: only what a case is about is spelled out. */

import type { GoInstall, GoInstalls, Header } from '../src/evidence/toolchain/go-installs.ts';

export const ARM64: Header = { format: 'mach-o', architectures: ['arm64'] };
export const AMD64: Header = { format: 'mach-o', architectures: ['amd64'] };

export function install(goroot: string, version: string, more: Partial<GoInstall> = {}): GoInstall {
  const header = more.header ?? ARM64;
  const architecture = header.architectures[0] ?? 'arm64';
  const path = `${goroot}/bin/go`;
  return {
    path,
    realPath: path,
    aliases: [],
    manager: 'official',
    positions: [1],
    header,
    goroot,
    versionFile: { version, time: '2026-10-06T16:54:21Z' },
    versionLine: `go version ${version} darwin/${architecture}`,
    env: {
      GOROOT: goroot,
      GOVERSION: version,
      GOHOSTOS: 'darwin',
      GOHOSTARCH: architecture,
      GOARCH: architecture,
    },
    tools: [
      { name: 'go', path, header },
      { name: 'compile', path: `${goroot}/pkg/tool/darwin_${architecture}/compile`, header },
      { name: 'link', path: `${goroot}/pkg/tool/darwin_${architecture}/link`, header },
    ],
    ...more,
  };
}

export function installs(list: readonly GoInstall[], more: Partial<GoInstalls> = {}): GoInstalls {
  return {
    path: [{ text: '/usr/local/go/bin' }],
    homebrewPrefixes: [],
    installs: [...list],
    searched: [],
    ...more,
  };
}
