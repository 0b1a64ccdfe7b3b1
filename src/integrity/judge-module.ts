/**
 * One module judged: what was read of it against what go.sum and the log say. Pure.
 *
 * @module
 */

import { verbatim, type Text } from '../model/text.ts';
import type { Result } from '../sumdb/result.ts';
import { altered, unproven, type Finding } from './finding.ts';
import { likelyCause, type LoggedOriginal } from './logged-original.ts';
import type { ModuleReading, ModuleTask } from './read-module.ts';

export interface ModuleEvidence {
  readonly task: ModuleTask;
  readonly reading: ModuleReading;
  /** Hashes in go.sum, all of them "h1:". */
  readonly sums: readonly string[];
  /** Where go.sum says it, "go.sum:12". */
  readonly sumPlace: string;
  readonly logged: Result | undefined;
  /** What the log vouches for, where it was fetched because something else lies here. */
  readonly original?: LoggedOriginal | undefined;
  /** Text of the .ziphash file beside the zip. */
  readonly zipHashFile: string | undefined;
}

/** More files than these are counted only. */
const MOST_NAMED = 100;

export function judgeModule(evidence: ModuleEvidence): Finding[] {
  const { task, reading, sums, sumPlace, logged, zipHashFile } = evidence;
  const { module, directory, zip } = task;
  const findings: Finding[] = [];
  const proven = logged?.state === 'proven' ? logged.hashes.zip : undefined;
  const [sum, ...more] = sums;
  if (more.length > 0)
    findings.push(
      altered(
        module,
        sumPlace,
        `go.sum has ${sums.length} hashes for it that differ`,
        `go.sum 中有 ${sums.length} 个互不相同的哈希`,
      ),
    );
  const wrongSum = sums.find((one) => proven !== undefined && one !== proven);
  if (wrongSum !== undefined)
    findings.push(
      altered(
        module,
        sumPlace,
        `go.sum says ${wrongSum}, the log says ${proven}`,
        `go.sum 为 ${wrongSum}，日志为 ${proven}`,
        whoIsWrong(evidence, wrongSum),
      ),
    );
  if (logged?.state === 'forged')
    findings.push(
      altered(
        module,
        sumPlace,
        `the checksum database's answer does not hold: ${logged.reason.en}`,
        `校验数据库的应答不成立：${logged.reason.zh}`,
      ),
    );
  for (const { name, what } of evidence.original?.differences.slice(0, MOST_NAMED) ?? [])
    findings.push(altered(module, `${directory}/${name}`, ...AGAINST_LOGGED[what]));
  const expected = proven ?? (more.length === 0 ? sum : undefined);
  if (expected === undefined) {
    if (sums.length === 0)
      findings.push(
        unproven(
          module,
          sumPlace,
          'neither go.sum nor the log says what it should be',
          'go.sum 与日志均未说明其应有内容',
        ),
      );
    return findings;
  }

  const { zipHash, zipFaults, directoryHash, differences } = reading;
  const isZipGood = zipHash === expected;
  for (const { name, what } of zipFaults)
    findings.push(
      altered(
        module,
        name === '' ? zip : `${zip}!${name}`,
        `the zip is no sound module zip: ${what}`,
        `zip 不是完好的模块 zip：${what}`,
      ),
    );
  if (zipHash !== undefined && !isZipGood)
    findings.push(
      altered(
        module,
        zip,
        `the zip has ${zipHash} instead of ${expected}`,
        `zip 的哈希为 ${zipHash}，应为 ${expected}`,
      ),
    );
  if (zipHashFile !== undefined && zipHashFile.trim() !== expected)
    findings.push(
      altered(
        module,
        `${zip}hash`,
        `it says ${zipHashFile.trim().slice(0, 60)} instead of ${expected}`,
        `内容为 ${zipHashFile.trim().slice(0, 60)}，应为 ${expected}`,
      ),
    );
  const isThere =
    directoryHash !== undefined || differences.some(({ what }) => what === 'link' || what === 'unreadable');
  if (zipHashFile === undefined && (isThere || zipHash !== undefined))
    findings.push(
      altered(
        module,
        `${zip}hash`,
        'it is missing, and go wrote one when it unpacked the module',
        '该文件缺失，而 go 解包模块时曾写入',
      ),
    );
  for (const { name, what } of differences) {
    const isOdd = what === 'link' || what === 'executable' || what === 'unreadable';
    if (!isOdd && (directoryHash === expected || !isZipGood)) continue;
    const words = WORDS[what];
    findings.push(altered(module, `${directory}/${name}`, words.en, words.zh));
  }
  const isNamed = (isZipGood && differences.length > 0) || (evidence.original?.differences.length ?? 0) > 0;
  if (directoryHash !== undefined && directoryHash !== expected && !isNamed)
    findings.push(
      altered(
        module,
        directory,
        `the directory has ${directoryHash} instead of ${expected}, and no sound zip is there to name the file`,
        `目录的哈希为 ${directoryHash}，应为 ${expected}；没有完好的 zip 可供指出文件`,
      ),
    );
  return findings;
}

const WORDS: Readonly<Record<ModuleReading['differences'][number]['what'], Text>> = {
  changed: { en: 'it is not what the proven zip has', zh: '与已证实的 zip 中的内容不同' },
  added: { en: 'the proven zip has no such file', zh: '已证实的 zip 中没有该文件' },
  removed: { en: 'it is missing here, and the proven zip has it', zh: '此处缺失，而已证实的 zip 中有该文件' },
  link: { en: 'it is a link or another thing that no module has', zh: '是链接等模块中不会有的东西' },
  executable: {
    en: 'it is executable, and go makes no file of a module so',
    zh: '该文件可执行，而 go 不会这样解包模块文件',
  },
  unreadable: { en: 'it cannot be read', zh: '无法读取' },
};

const AGAINST_LOGGED: Readonly<Record<'changed' | 'added' | 'removed', [string, string]>> = {
  changed: ['it is not what was logged', '与日志所记的内容不同'],
  added: ['what was logged has no such file', '日志所记的内容中没有该文件'],
  removed: ['it is missing here, and what was logged has it', '此处缺失，而日志所记的内容中有该文件'],
};

/** What agrees with whom tells where the change was made. */
function whoIsWrong({ reading, logged, original }: ModuleEvidence, sum: string): Text {
  const proven = logged?.state === 'proven' ? logged.hashes.zip : '';
  const here = reading.zipHash ?? reading.directoryHash;
  if (here === proven)
    return {
      en: 'the cached module is the logged one, so go.sum was changed',
      zh: '缓存的模块与日志一致，故被改动的是 go.sum',
    };
  if (here === sum)
    return original
      ? likelyCause(original)
      : {
          en: 'the cached module agrees with go.sum and not with the log: a tag that was moved before it was logged, another proxy, a zip made by other rules (Go 1.24 packs vendor/ differently), or tampering with both; --online fetches what was logged and names the files',
          zh: '缓存的模块与 go.sum 一致而与日志不符：标签在入日志前被移动、另一个代理、以不同规则打包（Go 1.24 对 vendor/ 的处理不同），或二者均被篡改；--online 会获取日志所记内容并指出文件',
        };
  return here === undefined
    ? verbatim('')
    : {
        en: 'go.sum, the log and the cached module are three different things',
        zh: 'go.sum、日志与缓存的模块三者各不相同',
      };
}
