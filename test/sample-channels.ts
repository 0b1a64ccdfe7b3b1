/** What the three channels answered on a day in 2026, for the tables of claims. */

import type { ChannelMetadata } from '../src/evidence/toolchain/channel-metadata.ts';

const SHA = 'a'.repeat(64);
const asked = (url: string, status = 200) => ({ url, status });

export function channels(
  changes: {
    readonly official?: Partial<ChannelMetadata['official']>;
    readonly homebrew?: Partial<ChannelMetadata['homebrew']>;
    readonly gvm?: Partial<ChannelMetadata['gvm']['scripts'][number]>;
  } = {},
): ChannelMetadata {
  return {
    official: {
      listing: asked('https://go.dev/dl/?mode=json'),
      files: [
        { name: 'go1.26.8.darwin-arm64.tar.gz', sha256: SHA },
        { name: 'go1.26.8.src.tar.gz', sha256: SHA },
      ],
      archive: 'go1.26.8.darwin-arm64.tar.gz',
      sig: asked('https://go.dev/dl/go1.26.8.darwin-arm64.tar.gz.sig', 404),
      asc: asked('https://go.dev/dl/go1.26.8.darwin-arm64.tar.gz.asc'),
      ...changes.official,
    },
    homebrew: {
      formula: asked('https://formulae.brew.sh/api/formula/go.json'),
      sourceUrl: 'https://go.dev/dl/go1.26.8.src.tar.gz',
      sourceSha256: SHA,
      bottleSha256s: 7,
      signatureWords: [],
      ...changes.homebrew,
    },
    gvm: {
      scripts: [
        {
          ...asked('https://raw.githubusercontent.com/moovweb/gvm/master/scripts/install'),
          name: 'scripts/install',
          lines: 300,
          digestLines: [],
          signatureLines: [],
          ...changes.gvm,
        },
      ],
    },
  };
}
