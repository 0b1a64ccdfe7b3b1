/**
 * What a Go tree's difference from its release means, file by file. Pure.
 *
 * Explained are an edited go.env, which changes defaults and no program, and the test data that
 * Homebrew's formula removes. Everything else is altered, whoever did it.
 *
 * @module
 */

import type { GorootIntegrity } from '../evidence/toolchain/goroot-integrity.ts';
import { altered, type Finding } from './finding.ts';

/** From Homebrew's formula for go: what it deletes after installing. */
const HOMEBREW_REMOVES = /^src\/(debug\/(elf|dwarf)|runtime\/pprof)\/testdata\//;

export function gorootFindings(held: GorootIntegrity): Finding[] {
  const { goroot, module, logged, hash, differences, differencesProven, notNamed, odd, goEnvSettings } = held;
  const subject = module ?? goroot;
  const findings: Finding[] = [];
  if (logged.state === 'forged')
    findings.push(
      altered(
        subject,
        goroot,
        `the checksum database's answer does not hold: ${logged.reason.en}`,
        `校验数据库的应答不成立：${logged.reason.zh}`,
      ),
    );
  for (const { name, what } of odd) findings.push(altered(subject, `${goroot}/${name}`, ...ODD[what]));
  if (logged.state !== 'proven' || hash === logged.hash) return findings;
  for (const { name, what } of differences) {
    const file = `${goroot}/${name}`;
    if (name === 'go.env' && differencesProven)
      findings.push({
        grade: 'explained',
        subject,
        file,
        what: {
          en: `it was edited and sets ${goEnvSettings.join(', ') || 'nothing new'}; with the released file the tree has the logged hash`,
          zh: `该文件被编辑，设置了 ${goEnvSettings.join('、') || '（无新设置）'}；换回发布的文件后整树哈希与日志一致`,
        },
      });
    else if (what === 'removed' && HOMEBREW_REMOVES.test(name) && differencesProven)
      findings.push({
        grade: 'explained',
        subject,
        file,
        what: { en: 'test data that Homebrew removes', zh: 'Homebrew 会删除的测试数据' },
      });
    else findings.push(altered(subject, file, ...CHANGES[what]));
  }
  if (!differencesProven && differences.length > 0)
    findings.push(
      altered(
        subject,
        goroot,
        'putting the released files back in these places does not yet make the logged hash',
        '将这些文件换回发布内容后哈希仍与日志不符',
      ),
    );
  if (differences.length === 0)
    findings.push(
      altered(
        subject,
        goroot,
        `it has ${hash} instead of ${logged.hash}; the files are not named: ${notNamed ?? 'none differs by itself'}`,
        `其哈希为 ${hash}，应为 ${logged.hash}；未能指出文件：${notNamed ?? '单个文件均无差异'}`,
      ),
    );
  return findings;
}

const ODD: Readonly<Record<GorootIntegrity['odd'][number]['what'], [string, string]>> = {
  link: ['it is a link, and no release has one', '是链接，而发布版中没有'],
  other: ['it is no regular file, and no release has such a thing', '不是普通文件，而发布版中没有'],
  'hidden-go-mod': ['a _go.mod, which no installed release has', '_go.mod 文件，已安装的发布版中没有'],
  'go-mod': [
    'this go.mod is not the _go.mod beside it, from which go made it',
    '该 go.mod 与旁边的 _go.mod 不同，而 go 由后者生成',
  ],
};

const CHANGES: Readonly<Record<GorootIntegrity['differences'][number]['what'], [string, string]>> = {
  changed: ['it is not what was released', '与发布的内容不同'],
  added: ['the release has no such file', '发布版中没有该文件'],
  removed: ['it is missing, and the release has it', '该文件缺失，而发布版中有'],
};
