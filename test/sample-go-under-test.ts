/** A Go under test as the probe records it, for the tables of claims. */

import type { GoUnderTest } from '../src/evidence/toolchain/go-under-test.ts';

export function goOf(
  version: string,
  goos = 'linux',
  goarch = 'amd64',
  env: Record<string, string> = {},
): GoUnderTest {
  return {
    path: '/usr/local/go/bin/go',
    realPath: '/usr/local/go/bin/go',
    versionLine: `go version ${version} ${goos}/${goarch}`,
    version,
    goroot: '/usr/local/go',
    env: {
      GOOS: goos,
      GOARCH: goarch,
      GOHOSTOS: goos,
      GOHOSTARCH: goarch,
      GOROOT: '/usr/local/go',
      GOVERSION: version,
      ...env,
    },
  };
}
