/**
 * Whether the Go under test is of the hardware's own architecture: the doctor's first question.
 *
 * The toolchain's witnesses are the headers of go, compile and link, GOHOSTARCH, and the end of
 * the version line; the hardware's are those that no translator fakes. A toolchain of mixed architectures is a finding of its own.
 *
 * @module
 */

import { hardwareOf, translation } from '../../evidence/machine/translation.ts';
import { goInstalls, type GoInstall } from '../../evidence/toolchain/go-installs.ts';
import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { lineOf } from './install-table.ts';
import { upgradeToNewest } from './upgrade.ts';

const ENOUGH = 3;

export const nativeGoCommand = claim({
  id: 'native-go-command',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'The Go under test, its compiler and its linker are programs for this hardware.',
    zh: '被测的 Go 及其编译器、链接器都是面向本机硬件的程序。',
  },
  method: {
    en: 'Headers of go, compile and link, GOHOSTARCH and the end of `go version`, against the witnesses of the hardware that no translator fakes (hw.optional.arm64 on a Mac, /proc/sys/kernel/arch on Linux); at least three must tell, and all must agree.',
    zh: '将 go、compile、link 的文件头、GOHOSTARCH 和 `go version` 末尾，与任何转译器都不会伪造的硬件证据（Mac 上为 hw.optional.arm64，Linux 上为 /proc/sys/kernel/arch）对照；至少三项有值且全部一致。',
  },
  wouldChange: {
    en: 'A tool for another architecture, such as an amd64 Go on Apple silicon.',
    zh: '出现面向其他架构的工具，例如 Apple Silicon 上的 amd64 Go。',
  },
  needs: { go: goUnderTest, found: goInstalls, machine: translation },

  judge({ go, found: { installs }, machine: seen }) {
    const own = installs.find(({ realPath, goroot }) => realPath === go.realPath || goroot === go.goroot);
    const witnesses = toolWitnesses(go, own);
    const machine = seen.witnesses.filter(({ about }) => about === 'hardware');
    const truth = hardwareOf(seen);
    const decisive = machine.find(({ weight }) => weight === 'decisive')?.id;
    const figures = [
      table(
        { en: 'Witnesses', zh: '证据' },
        [
          { en: 'witness', zh: '来源' },
          { en: 'says', zh: '架构' },
        ],
        [...machine.map(({ id, says }) => [id, says]), ...witnesses.map(({ what, says }) => [what, says])],
      ),
    ];
    const told = [...new Set(witnesses.map(({ says }) => says))];
    if (truth === undefined || witnesses.length < ENOUGH) {
      return inconclusive(
        {
          en: `Only ${witnesses.length} witnesses of the toolchain could be heard, and the hardware is ${truth ?? 'not known'}; ${ENOUGH} are needed`,
          zh: `只得到工具链的 ${witnesses.length} 项证据，硬件为 ${truth ?? '未知'}；至少需要 ${ENOUGH} 项`,
        },
        { figures },
      );
    }
    const foreign = witnesses.filter(({ says }) => !says.split(' + ').includes(truth));
    const warnings = machine
      .filter(({ weight, says }) => weight === 'hint' && truth !== undefined && says !== truth)
      .map(({ id, says }) => ({
        en: `${id} says ${says}: goassay itself runs translated`,
        zh: `${id} 为 ${says}：goassay 自身正在被转译执行`,
      }));
    if (foreign.length === 0) {
      const because = {
        en: `All ${witnesses.length} witnesses of ${go.version} say ${told.join(', ')}, as the hardware does (${decisive})`,
        zh: `${go.version} 的 ${witnesses.length} 项证据均为 ${told.join('、')}，与硬件一致（${decisive}）`,
      };
      return confirmed(because, { figures, warnings });
    }
    const list = foreign.map(({ what, says }) => `${what}: ${says}`).join(', ');
    return refuted(
      {
        en: `The hardware is ${truth}, but ${foreign.length} of ${witnesses.length} witnesses of ${go.version} are not: ${list}`,
        zh: `硬件为 ${truth}，而 ${go.version} 的 ${witnesses.length} 项证据中有 ${foreign.length} 项不是：${list}`,
      },
      { figures, warnings, mend: upgradeToNewest({ goos: go.env['GOHOSTOS'] ?? 'darwin', goarch: truth }) },
    );
  },
});

interface Witness {
  readonly what: string;
  readonly says: string;
}

function toolWitnesses(go: GoUnderTest, own: GoInstall | undefined): Witness[] {
  const headers = (own?.tools ?? []).flatMap(({ name, path, header }) => {
    // A tree has tools for each host it was ever built for; the ones that this Go runs lie in GOTOOLDIR.
    const used =
      name === 'go' || go.env['GOTOOLDIR'] === undefined || path.startsWith(`${go.env['GOTOOLDIR']}/`);
    const says = header?.architectures.join(' + ') ?? '';
    return used && says !== '' ? [{ what: `${name} (${header?.format})`, says }] : [];
  });
  const said = [
    { what: 'GOHOSTARCH', says: go.env['GOHOSTARCH'] },
    { what: 'go version', says: lineOf(go.versionLine)?.architecture },
  ];
  return [
    ...headers,
    ...said.flatMap(({ what, says }) => (says === undefined || says === '' ? [] : [{ what, says }])),
  ];
}
