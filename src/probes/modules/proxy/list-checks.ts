/**
 * Checks of @v/list, @latest, how capital letters are written, and answers about what does not exist.
 *
 * @module
 */

import { isPseudoVersion } from '../../../formats/pseudo-version.ts';
import { canonicalVersion, parseSemver } from '../../../formats/semver.ts';
import type { Came } from './asked.ts';
import { oddUnless, text, verdict, type Check, type Subject } from './check.ts';
import { PASSED_OVER, reactionToFile, reactionToMissing } from './reaction.ts';

function linesOf({ text: body }: Came): string[] {
  return body.split('\n').filter((line) => line.trim() !== '');
}

export function listChecks({ directory, version }: Subject, name: string): Check[] {
  const ask: Check['ask'] = (asker) => asker.ask(`${directory}/@v/list`);
  const id = `${name}/list`;
  const first = (line: string): string => line.split(/\s+/)[0] ?? '';
  return [
    {
      id: `${id}/status`,
      expects: text('200', '200'),
      ask,
      judge: (came) => verdict(came.answer.status === 200, reactionToMissing(came) ?? reactionToFile(came)),
    },
    {
      id: `${id}/text`,
      expects: text('plain lines, not a page', '纯文本行，而非网页'),
      ask,
      judge: (came) => verdict(!/^\s*[<{]/.test(came.text), PASSED_OVER),
    },
    {
      id: `${id}/versions`,
      expects: text('every line begins with a version', '每行以版本开头'),
      ask,
      judge: (came) =>
        verdict(
          linesOf(came).every((line) => parseSemver(first(line))),
          PASSED_OVER,
        ),
    },
    {
      id: `${id}/canonical`,
      expects: text('versions in full, such as v1.2.0', '版本写全，如 v1.2.0'),
      ask,
      judge: (came) => verdict(linesOf(came).every((line) => canonicalVersion(first(line)) === first(line))),
    },
    {
      id: `${id}/no-pseudo-versions`,
      expects: text('no pseudo-versions', '不含伪版本'),
      ask,
      judge: (came) =>
        oddUnless(
          linesOf(came).every((line) => !isPseudoVersion(first(line))),
          PASSED_OVER,
        ),
    },
    {
      id: `${id}/no-doubles`,
      expects: text('no version twice', '版本不重复'),
      ask,
      judge: (came) => oddUnless(new Set(linesOf(came).map(first)).size === linesOf(came).length),
    },
    {
      id: `${id}/has-version`,
      expects: text(
        'the version that it serves, unless it is a pseudo-version',
        '含其所提供的版本（伪版本除外）',
      ),
      ask,
      judge: (came) =>
        verdict(isPseudoVersion(version) || linesOf(came).some((line) => first(line) === version)),
    },
    {
      id: `${id}/times`,
      expects: text('a second field, if there is one, is a time', '若有第二字段，则为时间'),
      ask,
      judge: (came) =>
        verdict(
          linesOf(came).every((line) => /^\S+(?:\s+\d{4}-\d\d-\d\dT\S+)?\s*$/.test(line)),
          PASSED_OVER,
        ),
    },
  ];
}

export function latestChecks({ directory }: Subject, name: string): Check[] {
  const ask: Check['ask'] = (asker) => asker.ask(`${directory}/@latest`);
  return [
    {
      id: `${name}/latest/status`,
      expects: text('200, or 404 or 410 where it is not offered', '200；不提供时为 404 或 410'),
      ask,
      judge: (came) => verdict([200, 404, 410].includes(came.answer.status), reactionToMissing(came)),
    },
    {
      id: `${name}/latest/json`,
      expects: text('JSON with a canonical Version', '含规范 Version 的 JSON'),
      ask,
      judge: (came) => {
        if (came.answer.status !== 200) return { outcome: 'met' };
        const version = /"Version"\s*:\s*"([^"]*)"/.exec(came.text)?.[1] ?? '';
        return verdict(canonicalVersion(version) === version, reactionToFile(came));
      },
    },
  ];
}

/** Capitals: "!" and the small letter, which Go sends as %21. */
export function escapingChecks({ path, base, version }: Subject, name: string): Check[] {
  const percent = base.replaceAll('!', '%21');
  const bare = `/${path}/@v/${version}`;
  return ['info', 'mod', 'zip'].flatMap((kind): Check[] => [
    {
      id: `${name}/escape/percent-${kind}`,
      expects: text('%21 is "!": the Go command sends it so', '%21 即“!”：Go 命令如此发送'),
      ask: (asker) => asker.ask(`${percent}.${kind}`),
      judge: (came) => verdict(came.answer.status === 200, reactionToFile(came)),
    },
    {
      id: `${name}/escape/plain-${kind}`,
      expects: text('"!" as it is', '“!”原样'),
      ask: (asker) => asker.ask(`${base}.${kind}`),
      judge: (came) => verdict(came.answer.status === 200, reactionToFile(came)),
    },
    {
      id: `${name}/escape/capital-${kind}`,
      expects: text('404 or 410 for capital letters as they are', '未转义的大写应回 404 或 410'),
      ask: (asker) => asker.ask(`${bare}.${kind}`),
      judge: (came) => oddUnless(came.answer.status !== 200),
    },
  ]);
}

/** Names that nobody has; ".invalid" belongs to no one (RFC 2606). */
const NOBODY = '/goassay.invalid/nobody/has/this';

export function missingChecks({ directory }: Subject): Check[] {
  const missing = (id: string, path: string, en: string, zh: string): Check => ({
    id: `missing/${id}`,
    expects: text(`404 or 410 for ${en}`, `${zh}应回 404 或 410`),
    ask: (asker) => asker.ask(path),
    judge: (came) =>
      verdict(came.answer.status === 404 || came.answer.status === 410, reactionToMissing(came)),
  });
  const refused = (id: string, path: string, en: string, zh: string): Check => ({
    id: `refused/${id}`,
    expects: text(`no file for ${en}`, `${zh}不应得到文件`),
    ask: (asker) => asker.ask(path),
    judge: (came) => verdict(came.answer.status >= 400 && came.answer.status < 500, reactionToMissing(came)),
  });
  return [
    ...['info', 'mod', 'zip'].flatMap((kind) => [
      missing(
        `version-${kind}`,
        `${directory}/@v/v0.0.0-19700101000000-000000000000.${kind}`,
        'a version that does not exist',
        '不存在的版本',
      ),
      missing(
        `tag-${kind}`,
        `${directory}/@v/v9999.0.0.${kind}`,
        'a tag that does not exist',
        '不存在的标签',
      ),
      missing(
        `module-${kind}`,
        `${NOBODY}/@v/v1.0.0.${kind}`,
        'a module that does not exist',
        '不存在的模块',
      ),
      refused(`no-version-${kind}`, `${directory}/@v/.${kind}`, 'an empty version', '空版本'),
    ]),
    {
      id: 'missing/module-list',
      expects: text(
        '404 or 410, or an empty list, for a module that does not exist',
        '不存在的模块应回 404、410 或空列表',
      ),
      ask: (asker) => asker.ask(`${NOBODY}/@v/list`),
      judge: (came) => {
        const isEmpty = came.answer.status === 200 && came.text.trim() === '';
        if (isEmpty)
          return {
            outcome: 'odd',
            goMakes: text(
              'Go takes the path for a module without versions, and does not look at shorter paths of it',
              'Go 会视其为没有版本的模块',
            ),
          };
        return verdict(came.answer.status === 404 || came.answer.status === 410, reactionToMissing(came));
      },
    },
    missing(
      'module-latest',
      `${NOBODY}/@latest`,
      'the latest version of no module',
      '不存在的模块的最新版本',
    ),
    missing('other-file', `${directory}/@v/v1.0.0.goassay`, 'a file of no kind', '未知类型的文件'),
    refused('traversal', '/../../../../etc/passwd', 'a way out of the proxy', '越出代理目录的路径'),
    refused('escaped-traversal', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', 'an escaped way out', '转义的越界路径'),
    refused(
      'traversal-in-module',
      `${directory}/@v/..%2f..%2f..%2fetc%2fpasswd.info`,
      'a way out in a version',
      '版本中的越界路径',
    ),
    refused('short-version', `${directory}/@v/v1..info`, 'a malformed version', '格式错误的版本'),
    refused('upper-hash', `${directory}/@v/V1.0.0.info`, 'a version with a capital V', '大写 V 的版本'),
  ];
}
