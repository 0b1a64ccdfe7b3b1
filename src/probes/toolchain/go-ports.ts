/**
 * `go tool dist list -json`: asked of the Go under test, and in the full profile of every other
 * install that answered when it was asked who it is.
 *
 * @module
 */

import * as z from 'zod';
import { FormatError } from '../../bytes/error.ts';
import { goInstalls, type GoInstalls } from '../../evidence/toolchain/go-installs.ts';
import { goPorts, type GoPorts } from '../../evidence/toolchain/go-ports.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { attempt, nothing } from './attempt.ts';

const listSchema = z.array(
  z.object({
    GOOS: z.string(),
    GOARCH: z.string(),
    CgoSupported: z.boolean(),
    FirstClass: z.boolean().optional(),
  }),
);

export const goPortsProbe = probe({
  gathers: goPorts,
  needs: { go: goUnderTest, found: wish(goInstalls) },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go, found }, { profile }) {
    const lists = [{ version: go.version, path: go.path, ports: await portsOf(host, go.path) }];
    if (profile === 'full') lists.push(...(await listsOfOthers(host, found?.installs ?? [], go.realPath)));
    return known({ lists });
  },
});

async function listsOfOthers(
  host: Host,
  installs: GoInstalls['installs'],
  except: string,
): Promise<GoPorts['lists']> {
  const lists: GoPorts['lists'] = [];
  for (const { path, realPath, env } of installs) {
    if (realPath === except || env === undefined) continue;
    // Its trouble is on record with the install; here it only has no list.
    const ports = await attempt(() => portsOf(host, path), nothing);
    if (ports) lists.push({ version: env['GOVERSION'] ?? '?', path, ports });
  }
  return lists;
}

async function portsOf(host: Host, go: string): Promise<GoPorts['lists'][number]['ports']> {
  const directory = await host.scratch('outside-any-module');
  const { exit, stdout, stderr } = await runGo(host, {
    go,
    args: ['tool', 'dist', 'list', '-json'],
    directory,
  });
  if (exit !== 0)
    throw new HostError('failed', `Cannot run ${go} tool dist list: it says ${stderr.trim().slice(0, 200)}`);
  return parse(stdout).map(({ GOOS, GOARCH, CgoSupported, FirstClass }) => ({
    goos: GOOS,
    goarch: GOARCH,
    cgoSupported: CgoSupported,
    ...(FirstClass !== undefined && { firstClass: FirstClass }),
  }));
}

function parse(text: string): z.infer<typeof listSchema> {
  try {
    const checked = listSchema.safeParse(JSON.parse(text));
    if (checked.success) return checked.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new FormatError(
    `Cannot read the output of go tool dist list: it says ${JSON.stringify(text.slice(0, 80))} at byte 0`,
    0,
  );
}
