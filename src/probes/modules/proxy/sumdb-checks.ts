/**
 * Checks of how a proxy passes a checksum database on, and whether what it serves is what the
 * database vouches for.
 *
 * @module
 */

import { escapePath, escapeVersion } from '../../../formats/module-path.ts';
import { parseNote } from '../../../formats/note.ts';
import { FormatError } from '../../../bytes/error.ts';
import type { Came } from './asked.ts';
import { text, verdict, type Check, type Subject } from './check.ts';
import { zipHash } from './files-checks.ts';
import { CHECKSUM_MISMATCH } from './reaction.ts';

const UNAVAILABLE = text(
  'Go treats the database as unavailable and fails; only after "|" it goes on',
  'Go 视数据库为不可用而失败；仅“|”之后会继续',
);

/** `name` is that of the user's database; undefined if they use none. */
export function sumdbChecks(subjects: readonly Subject[], name: string | undefined): Check[] {
  if (name === undefined) return [];
  const base = `/sumdb/${name}`;
  /** Where the proxy does not pass it on, there is nothing more to check. */
  const whereSupported =
    (path: string): Check['ask'] =>
    async (asker) => {
      const supported = await asker.ask(`${base}/supported`);
      return supported.answer?.status === 200 ? asker.ask(path) : { ...supported, text: NOT_OFFERED };
    };
  const offered = (came: Came, isMet: boolean, goMakes = UNAVAILABLE) =>
    verdict(came.text === NOT_OFFERED || isMet, goMakes);
  return [
    {
      id: 'sumdb/supported',
      expects: text(
        '200 if it passes the database on, 404 or 410 if not',
        '转发数据库时回 200，否则回 404 或 410',
      ),
      ask: (asker) => asker.ask(`${base}/supported`),
      judge: (came) => verdict([200, 404, 410].includes(came.answer.status), UNAVAILABLE),
    },
    {
      id: 'sumdb/other-database',
      expects: text('404 or 410 for a database that it does not pass on', '对不转发的数据库回 404 或 410'),
      ask: (asker) => asker.ask('/sumdb/goassay.invalid/supported'),
      judge: (came) => verdict([404, 410].includes(came.answer.status), UNAVAILABLE),
    },
    {
      id: 'sumdb/latest',
      expects: text('a signed tree head', '签名的树头'),
      ask: whereSupported(`${base}/latest`),
      judge: (came) => offered(came, isSignedBy(came, name)),
    },
    {
      id: 'sumdb/tile',
      expects: text('a tile is whole hashes of 32 bytes', '瓦片由完整的 32 字节哈希组成'),
      ask: whereSupported(`${base}/tile/8/0/000`),
      judge: (came) => offered(came, came.answer.status === 404 || came.answer.body.length === 8192),
    },
    {
      id: 'sumdb/missing-lookup',
      expects: text('404 or 410 for a record that does not exist', '不存在的记录应回 404 或 410'),
      ask: whereSupported(`${base}/lookup/goassay.invalid/nobody@v1.0.0`),
      judge: (came) => offered(came, came.answer.status === 404 || came.answer.status === 410),
    },
    ...subjects.flatMap((subject) => lookupChecks(subject, base, whereSupported, offered)),
  ];
}

const NOT_OFFERED = 'the proxy does not pass the database on';

type Offered = (came: Came, isMet: boolean, goMakes?: ReturnType<typeof text>) => ReturnType<typeof verdict>;

function lookupChecks(
  { path, version, base: file }: Subject,
  base: string,
  whereSupported: (path: string) => Check['ask'],
  offered: Offered,
): Check[] {
  const lookup = `${base}/lookup/${escapePath(path) ?? ''}@${escapeVersion(version) ?? ''}`;
  const ask = whereSupported(lookup);
  const recorded = (came: Came): string | undefined =>
    came.text
      .split('\n')
      .find((line) => line.startsWith(`${path} ${version} `))
      ?.split(' ')[2];
  return [
    {
      id: `sumdb/lookup/${path}`,
      expects: text('the record with both lines of the version', '含该版本两行的记录'),
      ask,
      judge: (came) =>
        offered(came, recorded(came) !== undefined && came.text.includes(`\n${path} ${version}/go.mod `)),
    },
    {
      id: `sumdb/same-bytes/${path}`,
      expects: text('the zip that it serves has the hash in the record', '其提供的 zip 与记录中的哈希一致'),
      async ask(asker) {
        const came = await ask(asker);
        const zip = await asker.ask(`${file}.zip`);
        const is = came.text === NOT_OFFERED ? undefined : recorded(came);
        return is !== undefined && is !== zipHash(zip) ? { ...came, text: OTHER_BYTES } : came;
      },
      judge: (came) => verdict(came.text !== OTHER_BYTES, CHECKSUM_MISMATCH),
    },
  ];
}

const OTHER_BYTES = 'the zip has another hash than the record';

function isSignedBy({ answer }: Came, name: string): boolean {
  try {
    return parseNote(answer?.body ?? new Uint8Array()).signatures.some(
      (signature) => signature.name === name,
    );
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
