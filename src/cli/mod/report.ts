/**
 * What `goassay mod verify` and `mod vendor` come to: as JSON, as lines, as an exit code.
 *
 * @module
 */

import type { GorootIntegrity } from '../../evidence/toolchain/goroot-integrity.ts';
import type { Finding } from '../../integrity/finding.ts';
import type { VerifiedModules } from '../../integrity/verify-modules.ts';
import type { VerifiedVendor } from '../../integrity/vendor.ts';
import type { Language } from '../../model/text.ts';
import { forkProof } from '../../sumdb/fork.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export interface ModReport {
  readonly findings: readonly Finding[];
  readonly modules?: VerifiedModules | undefined;
  readonly vendor?: VerifiedVendor | undefined;
  readonly goroots?: readonly GorootIntegrity[] | undefined;
  /** Why go could not list the build. */
  readonly notListed?: string | undefined;
  readonly online: boolean;
}

export function reportJson({ findings, modules, vendor, goroots, notListed, online }: ModReport): unknown {
  return {
    tool: 'goassay mod',
    intact: findings.every(({ grade }) => grade !== 'altered'),
    online,
    findings,
    ...(modules && {
      modules: {
        ...modules.counts,
        checked: [...modules.readings].map(([module, { directoryHash, zipHash }]) => {
          const logged = modules.proofs.results.get(module);
          return {
            module,
            ...(directoryHash !== undefined && { directoryHash }),
            ...(zipHash !== undefined && { zipHash }),
            log:
              logged?.state === 'proven'
                ? { state: 'proven', record: logged.id, hash: logged.hashes.zip }
                : logged,
          };
        }),
      },
      log: {
        asked: modules.proofs.address,
        requests: modules.proofs.requests,
        treeSize: modules.proofs.heads[0]?.size,
        ...(modules.proofs.fork && { fork: forkProof(modules.proofs.fork) }),
        warnings: modules.proofs.warnings,
      },
    }),
    ...(vendor && {
      vendor: {
        modules: vendor.modules,
        packages: vendor.packages,
        files: vendor.files,
        asBefore: vendor.asBefore,
      },
    }),
    ...(goroots && { goroots }),
    ...(notListed !== undefined && { notListed }),
  };
}

export function reportText(report: ModReport, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const { findings, modules, vendor, goroots = [], notListed } = report;
  const signs = { altered: '✗', unproven: '?', explained: '!' } as const;
  const lines: string[] = [];
  for (const { grade, subject, file, what, likely } of findings) {
    lines.push(`${signs[grade]} ${harmless(subject)}: ${harmless(file)}`, `    ${harmless(what[language])}`);
    if (likely && likely[language] !== '') lines.push(`    ${say('likely', '可能')}: ${likely[language]}`);
  }
  if (modules?.proofs.fork) lines.push('', forkProof(modules.proofs.fork));
  if (notListed !== undefined)
    lines.push(
      say(
        `go could not list the build, so go.sum did: ${harmless(notListed)}`,
        `go 无法列出构建所含模块，改用 go.sum：${harmless(notListed)}`,
      ),
    );
  if (modules) {
    const { counts, proofs } = modules;
    lines.push(
      say(
        `${counts.modules - counts.notCached} of ${counts.modules} modules held against go.sum: ${counts.files} files, ${megabytes(counts.bytes)} MB; ${counts.notCached} are not in the cache`,
        `已将 ${counts.modules} 个模块中的 ${counts.modules - counts.notCached} 个与 go.sum 比对：${counts.files} 个文件，${megabytes(counts.bytes)} MB；${counts.notCached} 个不在缓存中`,
      ),
    );
    if (counts.unchanged > 0)
      lines.push(
        say(
          `${counts.unchanged} of them were not read again: size, inode, mode and times of every file are as when they were (--reread reads all)`,
          `其中 ${counts.unchanged} 个未重新读取：所有文件的大小、inode、权限与时间均未变化（--reread 全部重读）`,
        ),
      );
    if (counts.recognisedZips > 0)
      lines.push(
        say(
          `${counts.recognisedZips} zips with the bytes of an earlier time: not inflated again (--reread does)`,
          `其中 ${counts.recognisedZips} 个 zip 的字节与此前相同，未再次解压（--reread 会解压）`,
        ),
      );
    const [size] = proofs.heads;
    lines.push(
      say(
        `${counts.logged} of ${counts.modules} proven by the checksum log${size ? ` (tree of ${size.size})` : ''}${proofs.requests > 0 ? `, ${proofs.requests} requests to ${proofs.address}` : ', without network'}`,
        `${counts.modules} 个中的 ${counts.logged} 个由校验日志证实${size ? `（树规模 ${size.size}）` : ''}${proofs.requests > 0 ? `，向 ${proofs.address} 请求 ${proofs.requests} 次` : '，未使用网络'}`,
      ),
    );
    if (counts.logged < counts.modules && !report.online)
      lines.push(
        say(
          '  goassay mod verify --online asks the log about the others',
          '  goassay mod verify --online 可就其余模块查询日志',
        ),
      );
  }
  if (vendor?.asBefore)
    lines.push(
      say(
        `vendor/: ${vendor.files} files of ${vendor.packages} packages in ${vendor.modules} modules were held against proven originals before, and not read again: size, inode, mode and times of every file are as they were (--reread reads all)`,
        `vendor/：${vendor.modules} 个模块、${vendor.packages} 个包的 ${vendor.files} 个文件此前已与已证实的原件比对，且未重新读取：所有文件的大小、inode、权限与时间均未变化（--reread 全部重读）`,
      ),
    );
  else if (vendor)
    lines.push(
      say(
        `vendor/: ${vendor.files} files of ${vendor.packages} packages in ${vendor.modules} modules held against proven originals`,
        `vendor/：${vendor.modules} 个模块、${vendor.packages} 个包的 ${vendor.files} 个文件与已证实的原件比对`,
      ),
    );
  for (const one of goroots) lines.push(...gorootLines(one, language));
  const bad = findings.filter(({ grade }) => grade === 'altered').length;
  lines.push(
    bad === 0
      ? say('Nothing was altered.', '未发现改动。')
      : say(`${bad} ${bad === 1 ? 'thing was' : 'things were'} altered.`, `发现 ${bad} 处改动。`),
  );
  return `${lines.join('\n')}\n`;
}

function gorootLines(one: GorootIntegrity, language: Language): string[] {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const { goroot, version, logged, coveredFiles, uncoveredFiles } = one;
  if (logged.state !== 'proven')
    return [
      say(
        `${goroot} (${version}): not held against the log: ${logged.reason.en}`,
        `${goroot}（${version}）：未与日志比对：${logged.reason.zh}`,
      ),
    ];
  return [
    say(
      `${goroot} (${version}): ${coveredFiles} files held against ${logged.hash}, record ${logged.record} of the log; ${uncoveredFiles} files, modes and links are not covered by it`,
      `${goroot}（${version}）：${coveredFiles} 个文件与日志第 ${logged.record} 条记录 ${logged.hash} 比对；另有 ${uncoveredFiles} 个文件及权限、链接不在其内`,
    ),
  ];
}

/** What --online was to decide and could not is undecided; offline, go.sum decides. */
export function reportExit({ findings, modules, goroots = [], online }: ModReport): ExitCode {
  if (findings.some(({ grade }) => grade === 'altered')) return EXIT.refuted;
  const isOpen =
    goroots.some(({ logged }) => logged.state !== 'proven') ||
    // What a distribution built, nobody vouches for here.
    goroots.some(({ links, differences }) => links !== undefined && differences.length > 0) ||
    (online &&
      modules !== undefined &&
      [...modules.proofs.results.values()].some(({ state }) => state !== 'proven'));
  return isOpen ? EXIT.undecided : EXIT.met;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** File names come from archives of strangers. */
function harmless(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, '�');
}
