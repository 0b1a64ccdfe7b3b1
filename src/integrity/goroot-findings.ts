/**
 * What a Go tree's difference from its release means, file by file. Pure.
 *
 * Explained are an edited go.env, which changes defaults and no program, programs that were only stripped
 * or signed otherwise, the test data that Homebrew's
 * formula removes, and what a distribution leaves out of a tree that it keeps behind links. Its
 * programs and libraries it has built itself: nobody vouches for them here, and its package manager may. Everything
 * else is altered, whoever did it. Measured on Debian's golang-1.19 1.19.8-2: of 532 differences 251 are left
 * out, 270 built or added, and 11 files of the source are patched.
 *
 * @module
 */

import { explanationOf, type GorootIntegrity } from '../evidence/toolchain/goroot-integrity.ts';
import { LEFT_OUT } from '../formats/goroot-module.ts';
import { altered, unproven, type Finding } from './finding.ts';

/** More differing files than these are not confirmed one by one. */
export const MOST_CONFIRMED = 64;

/** What Debian's package leaves out: texts, Plan 9's scripts, time zones that the system has, libraries of the race detector. */
const DISTRIBUTION_LEAVES_OUT =
  /^((CONTRIBUTING|README|SECURITY)\.md|LICENSE|PATENTS|codereview\.cfg|src\/[a-z]+\.rc|lib\/time\/.*|pkg\/\w+_race\/.*)$/;
/** What it builds, or takes from the source release. */
const DISTRIBUTION_MAKES =
  /^(bin|pkg)\/|^src\/internal\/buildcfg\/zbootstrap\.go$|^src\/runtime\/race\/.*\.syso$/;

export function gorootFindings(held: GorootIntegrity): Finding[] {
  const { goroot, module, logged, hash, differences, differencesProven, notNamed, odd, goEnvSettings } = held;
  const { links = [] } = held;
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
  for (const { name, to } of links)
    findings.push({
      grade: 'explained',
      subject,
      file: `${goroot}/${name}`,
      what: {
        en: `it is a link to ${to}, as distributions package it; what lies there ${LEFT_OUT.includes(name) ? 'is in no logged hash' : 'was compared'}`,
        zh: `为指向 ${to} 的链接，系发行版的打包方式；其中内容${LEFT_OUT.includes(name) ? '不在日志哈希之内' : '已比对'}`,
      },
    });
  if (logged.state !== 'proven' || hash === logged.hash) return findings;
  const [leftOut, made] = [new Map<string, number>(), new Map<string, number>()];
  for (const difference of differences) {
    const { name, what } = difference;
    const file = `${goroot}/${name}`;
    const explanation = differencesProven ? explanationOf(difference) : undefined;
    if (explanation === 'go.env')
      findings.push({
        grade: 'explained',
        subject,
        file,
        what: {
          en: `it was edited and sets ${goEnvSettings.join(', ') || 'nothing new'}; with the released file the tree has the logged hash`,
          zh: `该文件被编辑，设置了 ${goEnvSettings.join('、') || '（无新设置）'}；换回发布的文件后整树哈希与日志一致`,
        },
      });
    else if (explanation)
      findings.push({ grade: 'explained', subject, file, what: EXPLANATIONS[explanation] });
    else if (links.length > 0 && what === 'removed' && DISTRIBUTION_LEAVES_OUT.test(name))
      count(leftOut, name);
    else if (links.length > 0 && what !== 'removed' && DISTRIBUTION_MAKES.test(name)) count(made, name);
    else findings.push(altered(subject, file, ...CHANGES[what]));
  }
  for (const [place, files] of leftOut)
    findings.push({
      grade: 'explained',
      subject,
      file: `${goroot}/${place}`,
      what: {
        en: `${files} ${files === 1 ? 'file is' : 'files are'} missing, as distributions leave them out`,
        zh: `缺少 ${files} 个文件，发行版会略去它们`,
      },
    });
  for (const [place, files] of made)
    findings.push(
      unproven(
        subject,
        `${goroot}/${place}`,
        `${files} ${files === 1 ? 'file is' : 'files are'} of the distribution's own making; its package manager may vouch for them (dpkg --verify, rpm --verify), the log does not`,
        `${files} 个文件由发行版自行生成；其包管理器或可作证（dpkg --verify、rpm --verify），日志不能`,
      ),
    );
  if (differences.length > MOST_CONFIRMED)
    findings.push(
      unproven(
        subject,
        goroot,
        `${differences.length} files differ, too many to show that they are all that differs`,
        `有 ${differences.length} 个文件不同，数目过多，未证明此外再无不同`,
      ),
    );
  else if (!differencesProven && differences.length > 0)
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

/** By the two uppermost directories: hundreds of files are of one making. */
function count(places: Map<string, number>, name: string): void {
  const place = name.split('/').slice(0, -1).slice(0, 2).join('/');
  places.set(place, (places.get(place) ?? 0) + 1);
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

const EXPLANATIONS = {
  Homebrew: { en: 'test data that Homebrew removes', zh: 'Homebrew 会删除的测试数据' },
  stripped: {
    en: 'it was stripped: what it loads and runs is what was released',
    zh: '已被剥离符号：其加载并运行的内容与发布的一致',
  },
  signature: {
    en: 'its code signature is another one: its code and data are what was released',
    zh: '代码签名不同：其代码与数据与发布的一致',
  },
} as const;

const CHANGES: Readonly<Record<GorootIntegrity['differences'][number]['what'], [string, string]>> = {
  changed: ['it is not what was released', '与发布的内容不同'],
  added: ['the release has no such file', '发布版中没有该文件'],
  removed: ['it is missing, and the release has it', '该文件缺失，而发布版中有'],
};
