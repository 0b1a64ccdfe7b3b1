/**
 * Settings of a build that is measured: for the machine's own system, without the user's flags, the
 * network or another toolchain, and with a cache of its own.
 *
 * @module
 */

import type { GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';

/** The paper's native target first. */
export const TARGETS = ['arm64', 'amd64'] as const;

export function buildSettings(
  { env }: GoUnderTest,
  goarch: string,
  cache: string,
): Readonly<Record<string, string>> {
  return {
    GOOS: env['GOHOSTOS'] ?? '',
    GOARCH: goarch,
    GOCACHE: cache,
    CGO_ENABLED: '0',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
  };
}
