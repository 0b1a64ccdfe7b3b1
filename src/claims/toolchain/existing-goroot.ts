/**
 * A GOROOT that someone exported years ago overrides what the go command knows about itself.
 *
 * @module
 */

import { goInstalls } from '../../evidence/toolchain/go-installs.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted, type Mend } from '../../model/verdict.ts';
import { firstOnPath, versionOf } from './install-table.ts';

const MEND: Mend = {
  text: {
    en: 'Unset GOROOT, and delete the line that exports it from your shell profile: go knows where it lies',
    zh: '取消 GOROOT，并从 shell 配置中删去导出它的那一行：go 自己知道所在位置',
  },
  command: 'unset GOROOT',
};

export const existingGoroot = claim({
  id: 'existing-goroot',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'GOROOT is unset, or names the tree of the go command that PATH leads to.',
    zh: 'GOROOT 未设置，或正是 PATH 所通向的 go 命令所在的目录树。',
  },
  method: {
    en: 'Reads the variable GOROOT, looks whether that directory exists and has bin/go, and compares it with what the first go on PATH says without the variable.',
    zh: '读取环境变量 GOROOT，查看该目录是否存在并含有 bin/go，再与 PATH 中第一个 go 在不设该变量时的回答相比较。',
  },
  wouldChange: {
    en: 'A GOROOT that does not exist, or that belongs to another Go.',
    zh: 'GOROOT 指向不存在的目录，或指向另一个 Go。',
  },
  needs: { found: goInstalls },

  judge({ found: { gorootVariable, installs } }) {
    if (!gorootVariable) {
      return confirmed({
        en: 'GOROOT is unset, so every go uses its own tree',
        zh: 'GOROOT 未设置，各 go 使用自己的目录树',
      });
    }
    const { exists, hasGo } = gorootVariable;
    const value = gorootVariable.value.replace(/\/+$/, '');
    if (!exists) {
      return refuted(
        { en: `GOROOT is ${value}, which does not exist`, zh: `GOROOT 为 ${value}，而该目录不存在` },
        { mend: MEND },
      );
    }
    if (!hasGo) {
      return refuted(
        { en: `GOROOT is ${value}, which has no bin/go`, zh: `GOROOT 为 ${value}，其中没有 bin/go` },
        { mend: MEND },
      );
    }
    const first = firstOnPath(installs);
    if (first?.goroot === undefined) {
      return inconclusive({
        en: `GOROOT is ${value}, but no go on PATH says which tree is its own`,
        zh: `GOROOT 为 ${value}，但 PATH 中没有能说明自身目录树的 go`,
      });
    }
    const own = first.goroot;
    const named = installs.find(({ goroot, realPath }) => goroot === value || realPath === `${value}/bin/go`);
    if (own === value || named?.realPath === first.realPath) {
      return confirmed({
        en: `GOROOT is ${value}, the tree of ${first.path}`,
        zh: `GOROOT 为 ${value}，即 ${first.path} 的目录树`,
      });
    }
    const version = versionOf(first) ?? '?';
    return refuted(
      {
        en: `GOROOT is ${value}, but ${first.path} (${version}) belongs to ${own}: its go command would use another release's compiler`,
        zh: `GOROOT 为 ${value}，而 ${first.path}（${version}）属于 ${own}：go 命令会使用另一个版本的编译器`,
      },
      { mend: MEND },
    );
  },
});
