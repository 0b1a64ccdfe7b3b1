/**
 * In the paper's comparison go build itself runs natively; only what it makes is translated when
 * it is run. The same holds mirrored where arm64 is the foreign side.
 *
 * @module
 */

import { foreignExecution, runnerFor } from '../../evidence/machine/foreign-execution.ts';
import { system } from '../../evidence/machine/system.ts';
import { hardwareOf, isTranslated, translation } from '../../evidence/machine/translation.ts';
import { toolPaths } from '../../evidence/toolchain/tool-paths.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';

export const nativeToolsForBothTargets = claim({
  id: 'native-tools-for-both-targets',
  subject: 'machine',
  answers: ['W2.74'],
  statement: {
    en: 'In the amd64 arm go build itself runs natively and only its product is translated.',
    zh: '在 amd64 一侧，go build 自身原生运行，只有产物被转译。',
  },
  method: {
    en: 'Reads the CPU type of every tool that the go command starts for darwin/amd64 and darwin/arm64, the architecture of the hardware, and how a foreign product would be run here: on Apple silicon by Rosetta, on x86-64 (mirrored) by qemu-user.',
    zh: '读取 go 命令为 darwin/amd64 与 darwin/arm64 启动的各工具的 CPU 类型、硬件架构，以及异构产物在此如何运行：Apple Silicon 上经 Rosetta，x86-64 上（镜像情形）经 qemu-user。',
  },
  wouldChange: {
    en: 'A compiler or linker of another architecture than the hardware’s.',
    zh: '编译器或链接器的架构与硬件不同。',
  },
  needs: { paths: toolPaths, translation, foreign: foreignExecution, system },

  judge({ paths, translation: heard, foreign, system: { system: goos } }) {
    const hardware = hardwareOf(heard);
    const tools = paths.builds.flatMap(({ goarch, tools: started }) =>
      started.map((tool) => ({ goarch, ...tool })),
    );
    if (hardware === undefined || tools.length === 0) {
      return inconclusive({ en: 'The hardware or the tools could not be told', zh: '无法确定硬件或工具' });
    }
    const product = hardware === 'arm64' ? 'amd64' : 'arm64';
    const runner = runnerFor(foreign, { system: goos, architecture: hardware }, goos, product);
    if (!runner) {
      return notApplicable(
        {
          en: `There is nothing here that translates ${product} programs`,
          zh: `此处没有可转译 ${product} 程序的机制`,
        },
        {
          remedy: {
            en: 'Install qemu-user, or run goassay on an Apple silicon Mac with Rosetta',
            zh: '安装 qemu-user，或在装有 Rosetta 的 Apple Silicon Mac 上运行 goassay',
          },
        },
      );
    }
    const figures = [
      table(
        { en: 'Tools and their own architecture', zh: '工具及其自身架构' },
        ['GOARCH', { en: 'tool', zh: '工具' }, { en: 'built for', zh: '所属架构' }],
        tools.map(({ goarch, name, architectures }) => [goarch, name, architectures.join('+')]),
      ),
    ];
    const foreignTool = tools.find(({ architectures }) => !architectures.includes(hardware));
    if (foreignTool || isTranslated(heard) === true) {
      return refuted(
        {
          en: `The tools are translated too: ${foreignTool ? `${foreignTool.name} is ${foreignTool.architectures.join('+')}` : 'this process is translated'} on ${hardware} hardware`,
          zh: `工具同样被转译：在 ${hardware} 硬件上，${foreignTool ? `${foreignTool.name} 为 ${foreignTool.architectures.join('+')}` : '本进程正被转译'}`,
        },
        { figures },
      );
    }
    return confirmed(
      {
        en: `All ${tools.length} tools started for both targets are ${hardware}, as the hardware is; the ${product} product runs here by ${runner.means}`,
        zh: `为两个目标启动的 ${tools.length} 个工具均为 ${hardware}，与硬件一致；${product} 产物在此经 ${runner.means} 运行`,
      },
      {
        figures,
        warnings:
          hardware === 'arm64'
            ? []
            : [
                {
                  en: 'This is x86-64, so the paper’s arms are mirrored: here arm64 is the translated one',
                  zh: '本机为 x86-64，与白皮书互为镜像：此处被转译的是 arm64',
                },
              ],
      },
    );
  },
});
