/**
 * The paper's Homebrew commands, as printed, in a download cache of their own so that the user's is
 * neither used nor changed.
 *
 * @module
 */

import * as z from 'zod';
import { homebrewCommands } from '../../evidence/toolchain/homebrew-commands.ts';
import type { Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { findOnPath, joinPath } from './search-path.ts';

/** Printed in section "3.1". */
const TAP_INFO = 'brew tap-info --verbose golang/go | grep -E "(sha256|gpg)"';
const FETCH_AND_HASH =
  'brew fetch --build-from-source golang-go && shasum -a 256 $(brew --cache)/golang-go--*.tar.gz';
/** The second half of it, for the formula that exists. */
const HASH = 'shasum -a 256 "$(brew --cache --build-from-source go)"';
const CHANGE = 'printf x >>"$(brew --cache --build-from-source go)"';

const infoSchema = z.object({
  formulae: z.array(z.object({ urls: z.object({ stable: z.object({ checksum: z.string().nullish() }) }) })),
});

export const homebrewCommandsProbe = probe({
  gathers: homebrewCommands,
  cost: {
    time: 'minutes',
    network: ['the download hosts of Homebrew'],
    writes: ['a download cache in the scratch directory'],
    profile: 'full',
  },
  async gather(host) {
    if ((await findOnPath(host, 'brew')) === undefined)
      return absent({ en: 'Homebrew is not installed', zh: '未安装 Homebrew' });
    const directory = await host.scratch('homebrew-commands');
    const environment = { HOMEBREW_CACHE: joinPath(directory, 'cache'), HOMEBREW_NO_AUTO_UPDATE: '1' };
    const run = (script: string) =>
      record(script, () => runPrinted(host, { script, directory, environment, timeLimitMs: 900_000 }));
    const tapInfo = await run(TAP_INFO);
    const fetchAndHash = await run(FETCH_AND_HASH);
    const fetchSource = await run('brew fetch --build-from-source go');
    const { stdout } = await run('brew --cache --build-from-source go');
    const cachedFile = stdout.trim().split('/').at(-1) ?? '';
    const declaredSha256 = await declared(host, directory, environment);
    const isThere = fetchSource.exit === 0 && cachedFile !== '';
    if (isThere) await run(CHANGE);
    return known({
      tapInfo,
      fetchAndHash,
      fetchSource,
      ...(isThere && { cachedFile }),
      ...(declaredSha256 !== undefined && { declaredSha256 }),
      ...(isThere && {
        changed: {
          hash: await run(HASH),
          audit: await run('brew audit go'),
          fetch: await run('brew fetch --build-from-source go'),
        },
      }),
    });
  },
});

async function declared(
  host: Host,
  directory: string,
  environment: Record<string, string>,
): Promise<string | undefined> {
  const { stdout } = await runPrinted(host, { script: 'brew info --json=v2 go', directory, environment });
  try {
    const info = infoSchema.safeParse(JSON.parse(stdout));
    return info.success ? (info.data.formulae[0]?.urls.stable.checksum ?? undefined) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
