/**
 * Checks of the files of one version: .info, .mod and .zip.
 *
 * @module
 */

import { FormatError } from '../../../bytes/error.ts';
import { dirHash, type HashedFile } from '../../../formats/dirhash.ts';
import { parseGoModLeniently } from '../../../formats/gomod.ts';
import { faultsOfModuleZip } from '../../../formats/module-zip.ts';
import { openZip } from '../../../integrity/zip-file.ts';
import { sha256 } from '../../../sumdb/digest.ts';
import { hexOf } from '../../../bytes/digest.ts';
import type { Came } from './asked.ts';
import { oddUnless, text, verdict, type Check, type Subject } from './check.ts';
import { reactionToFile } from './reaction.ts';

const KINDS = ['info', 'mod', 'zip'] as const;

export function fileChecks(subject: Subject, name: string): Check[] {
  const { base } = subject;
  const file = (kind: string): string => `${base}.${kind}`;
  return [
    ...KINDS.flatMap((kind) => transportChecks(file(kind), `${name}/${kind}`)),
    ...infoChecks(subject, file('info'), `${name}/info`),
    ...modChecks(subject, file('mod'), `${name}/mod`),
    ...zipChecks(subject, file('zip'), `${name}/zip`),
  ];
}

/** Stands for an answer that was another one before. */
const DIFFERS = 'other bytes than the first time';

/** What holds for any file that a proxy serves. */
function transportChecks(path: string, id: string): Check[] {
  const get = (asker: Parameters<Check['ask']>[0]) => asker.ask(path);
  return [
    {
      id: `${id}/status`,
      expects: text('200 for a version that exists', '已存在的版本应回 200'),
      ask: get,
      judge: (came) => verdict(came.answer.status === 200, reactionToFile(came)),
    },
    {
      id: `${id}/redirect`,
      expects: text('no redirection from https to http', '不得从 https 重定向到 http'),
      ask: (asker) => asker.ask(path, { redirects: 'return' }),
      judge: ({ answer }) =>
        verdict(!(answer.url.startsWith('https:') && (answer.headers['location'] ?? '').startsWith('http:'))),
    },
    {
      id: `${id}/same-again`,
      expects: text('the same bytes when asked again', '再次请求应得相同字节'),
      async ask(asker) {
        const [first, second] = [await asker.ask(path), await asker.ask(path, { again: 1 })];
        const isSame =
          first.answer && second.answer && Buffer.compare(first.answer.body, second.answer.body) === 0;
        return isSame || !second.answer ? second : { ...second, text: DIFFERS };
      },
      judge: (came) => verdict(came.text !== DIFFERS),
    },
    {
      id: `${id}/query`,
      expects: text('a query changes nothing', '查询串不影响结果'),
      ask: (asker) => asker.ask(`${path}?goassay=1`),
      judge: (came) => oddUnless(came.answer.status === 200),
    },
    {
      id: `${id}/head`,
      expects: text('HEAD agrees with GET, or is refused', 'HEAD 与 GET 一致，或被拒绝'),
      ask: (asker) => asker.ask(path, { method: 'HEAD' }),
      judge: ({ answer }) =>
        oddUnless([200, 403, 404, 405, 501].includes(answer.status) && answer.body.length === 0),
    },
    {
      id: `${id}/identity`,
      expects: text('bytes as they are kept, not compressed unasked', '字节原样传送，未经请求不压缩'),
      ask: get,
      judge: ({ answer }) => verdict((answer.headers['content-encoding'] ?? 'identity') === 'identity'),
    },
    {
      id: `${id}/length`,
      expects: text('a length that is true, or none', '长度属实，或不给长度'),
      ask: get,
      judge: ({ answer }) =>
        verdict(Number(answer.headers['content-length'] ?? answer.body.length) === answer.body.length),
    },
  ];
}

function infoChecks({ version }: Subject, path: string, id: string): Check[] {
  const get = (asker: Parameters<Check['ask']>[0]) => asker.ask(path);
  const info = ({ text: body }: Came): Readonly<Record<string, unknown>> | undefined => {
    try {
      const value: unknown = JSON.parse(body);
      return typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)
        : undefined; // its fields stay unknown
    } catch {
      return undefined;
    }
  };
  const field = (came: Came, name: string): unknown => info(came)?.[name];
  return [
    {
      id: `${id}/json`,
      expects: text('one JSON object, not a page', '一个 JSON 对象，而非网页'),
      ask: get,
      judge: (came) => verdict(info(came) !== undefined, reactionToFile(came)),
    },
    {
      id: `${id}/version`,
      expects: text('Version is the version that was asked for', 'Version 即所问版本'),
      ask: get,
      judge: (came) => verdict(field(came, 'Version') === version, reactionToFile(came)),
    },
    {
      id: `${id}/time`,
      expects: text('Time as RFC 3339, or none', 'Time 为 RFC 3339，或不给出'),
      ask: get,
      judge: (came) => {
        const time = field(came, 'Time');
        const isTime =
          typeof time === 'string' &&
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(time);
        return verdict(time === undefined || isTime, reactionToFile(came));
      },
    },
  ];
}

function modChecks({ path: module }: Subject, path: string, id: string): Check[] {
  const get = (asker: Parameters<Check['ask']>[0]) => asker.ask(path);
  const parsed = ({ text: body }: Came) => {
    try {
      return parseGoModLeniently(body);
    } catch (error) {
      if (error instanceof FormatError) return undefined;
      throw error;
    }
  };
  return [
    {
      id: `${id}/grammar`,
      expects: text('a go.mod file', '是 go.mod 文件'),
      ask: get,
      judge: (came) => verdict(parsed(came) !== undefined, reactionToFile(came)),
    },
    {
      id: `${id}/module`,
      expects: text('its module line names the path that was asked for', '其 module 行即所问路径'),
      ask: get,
      judge: (came) => verdict(parsed(came)?.module?.path === module, reactionToFile(came)),
    },
    {
      id: `${id}/line-ends`,
      expects: text(
        'bytes as the author wrote them, no byte order mark before',
        '作者所写字节，其前无字节序标记',
      ),
      ask: get,
      judge: (came) => verdict(came.answer.body[0] !== 0xef, reactionToFile(came)),
    },
  ];
}

function zipChecks({ path: module, version, base }: Subject, path: string, id: string): Check[] {
  const get = (asker: Parameters<Check['ask']>[0]) => asker.ask(path);
  const opened = (came: Came) => {
    try {
      return openZip('the zip', came.answer?.body ?? new Uint8Array());
    } catch (error) {
      if (error instanceof FormatError) return undefined;
      throw error;
    }
  };
  const prefix = `${module}@${version}/`;
  return [
    {
      id: `${id}/archive`,
      expects: text('a zip archive, not a page', 'zip 归档，而非网页'),
      ask: get,
      judge: (came) => verdict(opened(came) !== undefined, reactionToFile(came)),
    },
    {
      id: `${id}/rules`,
      expects: text('names, sizes and prefix as module zips have them', '名称、大小与前缀符合模块 zip 规则'),
      ask: get,
      judge: (came) => {
        const faults = faultsOfModuleZip(opened(came)?.entries ?? [], prefix, came.answer.body.length);
        const [first] = faults;
        return verdict(
          first === undefined && opened(came) !== undefined,
          reactionToFile(came),
          first && `${first.name}: ${first.what}`,
        );
      },
    },
    {
      id: `${id}/go-mod`,
      expects: text('its go.mod is the .mod file', '其中 go.mod 即 .mod 文件'),
      async ask(asker) {
        const [zip, mod] = [await asker.ask(path), await asker.ask(`${base}.mod`)];
        const archive = opened(zip);
        const entry = archive?.entries.find(({ name }) => name === `${prefix}go.mod`);
        const isSame =
          !entry || !mod.answer || (archive && Buffer.compare(archive.read(entry), mod.answer.body) === 0);
        return isSame === true ? zip : { ...zip, text: DIFFERS };
      },
      judge: (came) => verdict(came.text !== DIFFERS, reactionToFile(came)),
    },
    {
      id: `${id}/range`,
      expects: text('a range of bytes is that range, or the whole', '按范围请求应得该范围或整体'),
      ask: (asker) => asker.ask(path, { headers: { range: 'bytes=0-3' } }),
      judge: ({ answer }) =>
        oddUnless(answer.status === 200 || (answer.status === 206 && answer.body.length === 4)),
    },
    {
      id: `${id}/unpacks`,
      expects: text('every file unpacks to the length and CRC it says', '每个文件解包后的长度与 CRC 属实'),
      ask: get,
      judge: (came) => verdict(zipHash(came) !== undefined, reactionToFile(came)),
    },
  ];
}

/** "h1:…" of the zip that came; undefined if it is damaged. */
export function zipHash(came: Came): string | undefined {
  try {
    const archive = openZip('the zip', came.answer?.body ?? new Uint8Array());
    const files: HashedFile[] = archive.entries.map((entry) => ({
      name: entry.name,
      sha256: hexOf(sha256(archive.read(entry))),
    }));
    return files.length === 0 ? undefined : dirHash(sha256, files);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
