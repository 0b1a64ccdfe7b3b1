/**
 * What the official site, Homebrew and gvm publish to check a download by, asked of each of them.
 *
 * @module
 */

import * as z from 'zod';
import { channelMetadata, type ChannelMetadata } from '../../evidence/toolchain/channel-metadata.ts';
import { HostError, type Answer, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { joinPath } from './search-path.ts';

/** The channels that the paper's table names, at the addresses where each publishes. */
const OFFICIAL = 'https://go.dev/dl';
const FORMULA = 'https://formulae.brew.sh/api/formula/go.json';
const GVM = 'https://raw.githubusercontent.com/moovweb/gvm/master';
const GVM_SCRIPTS = [
  'scripts/install',
  'scripts/listall',
  'scripts/function/_bash_pseudo_hash',
  'binscripts/gvm-installer',
];

const DIGEST = /sha(256|512)?sum|shasum|sha256|md5|\.checksum|openssl dgst/i;
const SIGNATURE = /\bgpg\b|\bpgp\b|\.asc\b|\.sig\b|minisign|cosign|verify-tag|tag -v/i;

const listSchema = z.array(
  z.object({
    version: z.string(),
    stable: z.boolean(),
    files: z.array(z.object({ filename: z.string(), sha256: z.string() })),
  }),
);

const formulaSchema = z.object({
  urls: z.object({ stable: z.object({ url: z.string(), checksum: z.string().nullish() }) }),
  bottle: z
    .object({
      stable: z.object({ files: z.record(z.string(), z.object({ sha256: z.string() })) }).optional(),
    })
    .optional(),
});

export const channelMetadataProbe = probe({
  gathers: channelMetadata,
  cost: { time: 'seconds', network: ['go.dev', 'formulae.brew.sh', 'raw.githubusercontent.com'] },
  async gather(host) {
    const [official, homebrew, scripts] = await Promise.all([
      officialOf(host),
      homebrewOf(host),
      Promise.all(GVM_SCRIPTS.map((name) => scriptOf(host, name))),
    ]);
    return known({ official, homebrew, gvm: { scripts } });
  },
});

async function officialOf(host: Host): Promise<ChannelMetadata['official']> {
  const { asked, text } = await ask(host, `${OFFICIAL}/?mode=json`);
  const releases = parsed(listSchema, text) ?? [];
  const files = releases
    .filter(({ stable }) => stable)
    .flatMap(({ files: list }) => list.map(({ filename, sha256 }) => ({ name: filename, sha256 })));
  const archive = files.find(({ name }) => name.endsWith('darwin-arm64.tar.gz'))?.name;
  if (archive === undefined) return { listing: asked, files };
  const [sig, asc] = await Promise.all(
    ['sig', 'asc'].map((ending) => ask(host, `${OFFICIAL}/${archive}.${ending}`)),
  );
  const gpg = sig?.asked.status === 200 ? await verified(host, archive, sig.text ?? '') : undefined;
  return {
    listing: asked,
    files,
    archive,
    ...(sig && { sig: sig.asked }),
    ...(asc && { asc: asc.asked }),
    ...(gpg && { gpg }),
  };
}

/** With the user's own keyring: a signature counts when gpg says so. */
async function verified(host: Host, archive: string, signature: string) {
  const directory = await host.scratch('channel-metadata');
  try {
    const { body } = await host.request({
      url: `${OFFICIAL}/${archive}`,
      limitBytes: 2 ** 28,
      timeLimitMs: 600_000,
    });
    await host.writeScratch(joinPath(directory, archive), body);
    await host.writeScratch(joinPath(directory, `${archive}.sig`), signature);
    const { exit, stderr } = await host.run({
      argv: ['gpg', '--verify', `${archive}.sig`, archive],
      directory,
    });
    return { ...(exit !== undefined && { exit }), stderr: stderr.slice(0, 2000) };
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted') return { stderr: error.message };
    throw error;
  }
}

async function homebrewOf(host: Host): Promise<ChannelMetadata['homebrew']> {
  const { asked, text = '' } = await ask(host, FORMULA);
  const formula = parsed(formulaSchema, text);
  const { url: sourceUrl, checksum } = formula?.urls.stable ?? {};
  return {
    formula: asked,
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(typeof checksum === 'string' && { sourceSha256: checksum }),
    bottleSha256s: Object.keys(formula?.bottle?.stable?.files ?? {}).length,
    signatureWords: [...text.matchAll(new RegExp(SIGNATURE, 'gi'))].map(([word]) => word).slice(0, 20),
  };
}

async function scriptOf(host: Host, name: string): Promise<ChannelMetadata['gvm']['scripts'][number]> {
  const { asked, text = '' } = await ask(host, `${GVM}/${name}`);
  const lines = asked.status === 200 ? text.split('\n') : [];
  const matching = (pattern: RegExp): string[] =>
    lines
      .filter((line) => pattern.test(line))
      .map((line) => line.trim().slice(0, 200))
      .slice(0, 20);
  return {
    ...asked,
    name,
    lines: lines.length,
    digestLines: matching(DIGEST),
    signatureLines: matching(SIGNATURE),
  };
}

async function ask(
  host: Host,
  url: string,
): Promise<{ asked: { url: string; status?: number; trouble?: string }; text?: string }> {
  let answer: Answer;
  try {
    answer = await host.request({ url });
  } catch (error) {
    if (error instanceof HostError && error.refusal !== 'interrupted')
      return { asked: { url, trouble: error.message } };
    throw error;
  }
  return { asked: { url, status: answer.status }, text: new TextDecoder().decode(answer.body) };
}

function parsed<T>(schema: z.ZodType<T>, text = ''): T | undefined {
  try {
    const checked = schema.safeParse(JSON.parse(text));
    return checked.success ? checked.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
