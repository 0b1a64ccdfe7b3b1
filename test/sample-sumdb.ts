/**
 * A checksum database on a fake host, honest unless an attack changes what it says.
 *
 * @module
 */

import { joined } from '../src/bytes/digest.ts';
import { dirHash } from '../src/formats/dirhash.ts';
import type { Answer, Host, Request } from '../src/host/host.ts';
import { fakeHost } from '../src/host/fake.ts';
import { databaseOf } from '../src/sumdb/database.ts';
import { prove, type Question } from '../src/sumdb/prove.ts';
import type { Proofs, Wanted } from '../src/sumdb/result.ts';
import { sampleLog, sha256, signedHead, signer, type SampleLog } from './sample-log.ts';

export const BASE = 'https://sum.test';
export const SIGNER = signer('sum.test');
export const VERSION = 'v1.0.0';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const pathOf = (id: number): string => `mod.test/m${id}`;
export const hashFor = (words: string): string => dirHash(sha256, [{ name: words, sha256: '0'.repeat(64) }]);

export function recordText(id: number, of = 'honest'): string {
  const zip = hashFor(`${of} zip ${id}`);
  const mod = hashFor(`${of} mod ${id}`);
  return `${pathOf(id)} ${VERSION} ${zip}\n${pathOf(id)} ${VERSION}/go.mod ${mod}\n`;
}

/** Logs are cut from one long one, so that sizes agree with each other. */
export const LONG = sampleLog(Array.from({ length: 70_000 }, (_, id) => encode(recordText(id))));

export function logWith(size: number, changed: number, of: string): SampleLog {
  return LONG.withRecord(size, changed, encode(recordText(changed, of)));
}

export interface Scene {
  readonly log: SampleLog;
  readonly size: number;
  /** The record that is asked for. */
  readonly id: number;
}

export type Respond = (path: string) => Partial<Omit<Answer, 'body'>> & { body?: string | Uint8Array };

/** What an honest database of that size answers to "lookup/…" and "tile/…". */
export function honest({ log, size }: Pick<Scene, 'log' | 'size'>): Respond {
  const head = signedHead(SIGNER, log.head(size));
  return (path) => {
    const [, id] = path.match(/^lookup\/mod\.test\/m(\d+)@v1\.0\.0$/) ?? [];
    const record = id === undefined || Number(id) >= size ? undefined : log.records[Number(id)];
    if (record) return { body: joined([encode(`${id}\n`), record, encode('\n'), head]) };
    const tile = tileOf(path);
    if (!tile) return { status: 404 };
    const available = Math.floor(size / 256 ** tile.level) - tile.index * 256;
    return tile.width <= available ? { body: log.tile(tile) } : { status: 404 };
  };
}

export function tileOf(path: string): { level: number; index: number; width: number } | undefined {
  const [, level, index = '', width] =
    path.match(/^tile\/8\/(\d+)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/) ?? [];
  if (level === undefined) return undefined;
  return { level: Number(level), index: Number(index.replaceAll(/[x/]/g, '')), width: Number(width ?? 256) };
}

export interface Stage {
  readonly respond: Respond;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly online?: boolean;
}

export const SETTINGS = {
  GOPROXY: 'off',
  GOSUMDB: `${SIGNER.verifier} ${BASE}`,
  GONOSUMDB: '',
  GOMODCACHE: '/mod',
  GOPATH: '/go',
};

/** A host before that database, and the question asked on it. */
export function stageOf({ respond, files = {}, online = true }: Stage): {
  host: Host;
  question: Question;
  asked: string[];
} {
  const asked: string[] = [];
  const host = fakeHost({
    files,
    respond({ url }: Request) {
      const path = url.slice(BASE.length + 1);
      asked.push(path);
      return respond(path);
    },
  });
  return {
    host,
    asked,
    question: { host, database: databaseOf(SETTINGS.GOSUMDB), settings: SETTINGS, online },
  };
}

export function ask(stage: Stage, wanted: readonly Wanted[]): Promise<Proofs> {
  return prove(stageOf(stage).question, wanted);
}
