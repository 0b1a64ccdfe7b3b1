/**
 * The whitepaper's download, run as printed, and the list of releases of the same host.
 *
 * @module
 */

import * as z from 'zod';
import { releaseArchive, type ReleaseArchive } from '../../evidence/toolchain/release-archive.ts';
import { compareGoReleases, parseGoRelease } from '../../formats/go-version.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

/** Printed in section "1 安装原生 Go 运行时". */
const PRINTED = 'curl -OL https://go.dev/dl/go1.22.5.darwin-arm64.tar.gz';
const ARCHIVE = 'go1.22.5.darwin-arm64.tar.gz';
const HOST = 'go.dev';
/** All releases, not only the supported ones (go.dev/dl, "JSON feed"). */
const LISTING = ['curl', '-fsSL', `https://${HOST}/dl/?mode=json&include=all`] as const;

const listSchema = z.array(
  z.object({
    version: z.string(),
    stable: z.boolean(),
    files: z.array(z.object({ filename: z.string(), sha256: z.string(), size: z.number() })),
  }),
);

export const releaseArchiveProbe = probe({
  gathers: releaseArchive,
  cost: { time: 'minutes', network: [HOST] },
  async gather(host) {
    const directory = await host.scratch('release-archive');
    const download = await record(PRINTED, () =>
      runPrinted(host, { script: PRINTED, directory, timeLimitMs: 600_000 }),
    );
    const file = await fileAt(host, joinPath(directory, ARCHIVE));
    let list: z.infer<typeof listSchema> = [];
    const listing = await record(LISTING.join(' '), async () => {
      const outcome = await host.run({ argv: LISTING, directory, timeLimitMs: 60_000 });
      list = parse(outcome.stdout);
      return { ...outcome, stdout: `${list.length} releases` };
    });
    const official = list.flatMap(({ files }) => files).find(({ filename }) => filename === ARCHIVE);
    const newestStable = newest(list.filter(({ stable }) => stable).map(({ version }) => version));
    return known({
      download,
      ...(file && { file }),
      listing,
      ...(official && { official: { sizeBytes: official.size, sha256: official.sha256 } }),
      ...(newestStable !== undefined && { newestStable }),
    });
  },
});

async function fileAt(host: Host, path: string): Promise<ReleaseArchive['file']> {
  const sizeBytes = await host.withFile(path, (file) => Promise.resolve(file.sizeBytes));
  const sha256 = await host.digest(path);
  return sizeBytes === undefined || sha256 === undefined ? undefined : { name: ARCHIVE, sizeBytes, sha256 };
}

/** A list that is none has no releases; what was printed instead is told by their number. */
function parse(text: string): z.infer<typeof listSchema> {
  try {
    const checked = listSchema.safeParse(JSON.parse(text));
    return checked.success ? checked.data : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function newest(versions: readonly string[]): string | undefined {
  const released = versions.flatMap((version) => {
    const release = parseGoRelease(version);
    return release ? [{ version, release }] : [];
  });
  return released.toSorted((one, other) => compareGoReleases(other.release, one.release))[0]?.version;
}
