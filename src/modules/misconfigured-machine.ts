/**
 * Misconfigurations 9 to 14: directories, vendoring and workspaces, the choice of a toolchain,
 * what a go.mod file brings along, the processor, shared caches.
 *
 * @module
 */

import { compareGoVersions } from './version-order.ts';
import { problem, valueOf, type ConfigurationFacts, type Misconfiguration } from './misconfiguration.ts';
import { nameOf } from '../model/module-graph.ts';

type Check = (facts: ConfigurationFacts) => Misconfiguration[];

const readOnlySumdb: Check = ({ sumdbWritable }) =>
  sumdbWritable === false
    ? [
        problem(
          9,
          'read-only-sumdb',
          'error',
          'GOPATH/pkg/sumdb cannot be written: lookups fail with "no such file or directory", now and then',
          'GOPATH/pkg/sumdb 不可写：查询会间歇性以“no such file or directory”失败',
          'chmod u+w "$(go env GOPATH)/pkg/sumdb"',
        ),
      ]
    : [];

const vendorOfAnotherMode: Check = ({ module }) => {
  if (!module?.vendor || module.vendor.isWorkspace === module.inWorkspace) return [];
  return [
    module.inWorkspace
      ? problem(
          10,
          'vendor-without-workspace',
          'warning',
          'go.work is in effect, but vendor/ was made by go mod vendor: it is not used, without a word',
          'go.work 生效，而 vendor/ 由 go mod vendor 生成：它被静默忽略',
          'go work vendor',
        )
      : problem(
          10,
          'vendor-of-workspace',
          'warning',
          'vendor/ was made by go work vendor, but no go.work is in effect: it is not used, without a word',
          'vendor/ 由 go work vendor 生成，而没有 go.work 生效：它被静默忽略',
          'go mod vendor',
        ),
  ];
};

const toolchainChoice: Check = (facts) => {
  const choice = valueOf(facts, 'GOTOOLCHAIN');
  const found: Misconfiguration[] = [];
  const wanted = facts.module?.file.go;
  if (choice === 'local' && wanted !== undefined && compareGoVersions(facts.goVersion, wanted) < 0)
    found.push(
      problem(
        11,
        'local-toolchain-too-old',
        'error',
        `GOTOOLCHAIN=local, but go.mod asks for Go ${wanted} and this is ${facts.goVersion}: every command fails`,
        `GOTOOLCHAIN=local，而 go.mod 要求 Go ${wanted}，此处为 ${facts.goVersion}：所有命令都会失败`,
        'go env -w GOTOOLCHAIN=auto',
      ),
    );
  if (/(?:^|\+)path$/.test(choice))
    found.push(
      problem(
        11,
        'toolchain-from-path',
        'warning',
        `GOTOOLCHAIN=${choice}: whatever is called goVERSION on PATH is run, unchecked`,
        `GOTOOLCHAIN=${choice}：PATH 上任何名为 goVERSION 的程序都会被运行，且不经检查`,
        'go env -w GOTOOLCHAIN=auto',
      ),
    );
  const exported = facts.environment['GOROOT'] ?? '';
  if (exported !== '' && facts.gorootVersion !== `go${facts.goVersion}`)
    found.push(
      problem(
        11,
        'stale-goroot',
        'error',
        `GOROOT is exported as ${exported}, which is ${facts.gorootVersion ?? 'no Go'}, while the go command is ${facts.goVersion}`,
        `GOROOT 被导出为 ${exported}（${facts.gorootVersion ?? '并非 Go'}），而 go 命令为 ${facts.goVersion}`,
        'unset GOROOT',
      ),
    );
  return found;
};

const moduleLeftovers: Check = (facts) => {
  const { module } = facts;
  if (!module) return [];
  const found: Misconfiguration[] = [];
  for (const { old, new: to, line } of module.file.replace)
    if (to.version === undefined)
      found.push(
        problem(
          12,
          'replaced-by-directory',
          'warning',
          `go.mod line ${line}: ${old.path} is replaced by the directory ${to.path}, which nobody else has`,
          `go.mod 第 ${line} 行：${old.path} 被替换为目录 ${to.path}，他人并没有它`,
          `go mod edit -dropreplace=${old.path}`,
        ),
      );
  for (const node of module.graph?.buildList ?? []) {
    if (node.retracted)
      found.push(
        problem(
          12,
          'retracted',
          'warning',
          `${nameOf(node)} is retracted${node.retracted.rationale === '' ? '' : `: ${node.retracted.rationale}`}`,
          `${nameOf(node)} 已被撤回${node.retracted.rationale === '' ? '' : `：${node.retracted.rationale}`}`,
          `go get ${node.path}@latest`,
        ),
      );
    if (node.deprecated)
      found.push(
        problem(
          12,
          'deprecated',
          'warning',
          `${node.path} is deprecated: ${node.deprecated.message}`,
          `${node.path} 已弃用：${node.deprecated.message}`,
        ),
      );
  }
  for (const one of module.doubleSums)
    found.push(
      problem(
        12,
        'two-hashes',
        'error',
        `go.sum has two different hashes for ${one}: one of them was taken in unchecked`,
        `go.sum 中 ${one} 有两个不同的哈希：其中之一未经检查即被收入`,
      ),
    );
  const { toolchain = 'default' } = module.file;
  if (toolchain !== 'default' && compareGoVersions(toolchain.replace(/^go/, ''), facts.goVersion) > 0)
    found.push(
      problem(
        12,
        'newer-toolchain',
        'warning',
        `go.mod names ${toolchain}, newer than this ${facts.goVersion}: unless GOTOOLCHAIN forbids it, another Go is downloaded and run`,
        `go.mod 指定 ${toolchain}，新于此处的 ${facts.goVersion}：除非 GOTOOLCHAIN 禁止，否则会下载并运行另一个 Go`,
      ),
    );
  return found;
};

const foreignArchitecture: Check = ({ goArchitecture, machineArchitecture }) =>
  machineArchitecture !== undefined && goArchitecture !== machineArchitecture
    ? [
        problem(
          13,
          'foreign-architecture',
          'error',
          `the go command is for ${goArchitecture}, the machine is ${machineArchitecture}: it runs translated, and builds for ${goArchitecture}`,
          `go 命令为 ${goArchitecture}，机器为 ${machineArchitecture}：它在转译下运行，并为 ${goArchitecture} 构建`,
        ),
      ]
    : [];

const sharedDirectories: Check = (facts) => {
  const found: Misconfiguration[] = [];
  if (valueOf(facts, 'GOPATH').split(':').includes(facts.goroot))
    found.push(
      problem(
        14,
        'gopath-is-goroot',
        'error',
        'GOPATH is GOROOT: downloaded modules land in the tree of Go itself',
        'GOPATH 即 GOROOT：下载的模块会落入 Go 自身的目录树',
        'go env -u GOPATH',
      ),
    );
  if (facts.cacheSharedWritable)
    found.push(
      problem(
        14,
        'shared-module-cache',
        'error',
        'GOMODCACHE can be written by every user: whoever writes there decides what is compiled',
        'GOMODCACHE 对所有用户可写：谁能写入，谁就决定编译内容',
        'chmod o-w "$(go env GOMODCACHE)"',
      ),
    );
  if (
    valueOf(facts, 'GOFLAGS')
      .split(/\s+/)
      .some((word) => /^--?modcacherw$/.test(word))
  )
    found.push(
      problem(
        14,
        'writable-module-cache',
        'warning',
        'GOFLAGS has -modcacherw: extracted modules can be changed by accident, and builds do not notice',
        'GOFLAGS 含 -modcacherw：解压后的模块可能被误改，而构建不会察觉',
        'go env -u GOFLAGS',
      ),
    );
  return found;
};

export const MACHINE_CHECKS: readonly Check[] = [
  readOnlySumdb,
  vendorOfAnotherMode,
  toolchainChoice,
  moduleLeftovers,
  foreignArchitecture,
  sharedDirectories,
];
