/** The table of origins as its probe records it, with a release in place of another. */

import type { PortOrigins } from '../src/evidence/toolchain/port-origins.ts';

const DATES: Readonly<Record<string, string>> = {
  'go1.5': '2015-08-19',
  'go1.11': '2018-08-24',
  'go1.15': '2020-08-11',
  'go1.16': '2021-02-16',
  'go1.18': '2022-03-15',
};

export function portOriginsWith(releases: Readonly<Record<string, string>> = {}): PortOrigins {
  const real = {
    'linux/arm64': 'go1.5',
    'crypto/aes (arm64)': 'go1.11',
    'darwin/arm64': 'go1.16',
    ...releases,
  };
  return {
    origins: Object.entries(real).map(([port, release]) => {
      const date = DATES[release];
      return { port, release, ...(date !== undefined && { date }), source: 'release notes' };
    }),
  };
}
