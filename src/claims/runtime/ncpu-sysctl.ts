/**
 * How the runtime counts CPUs on macOS: from its own source, and from what a darwin/arm64
 * program built here imports.
 *
 * @module
 */

import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { system } from '../../evidence/machine/system.ts';
import { goCpuCount } from '../../evidence/runtime/go-cpu-count.ts';
import { darwinRuntimeSources } from '../../evidence/runtime/darwin-runtime-sources.ts';
import { claim } from '../../model/claim.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { sourceFigure } from './source-figure.ts';

export const ncpuSysctl = claim({
  id: 'ncpu-sysctl',
  subject: 'runtime',
  answers: ['W2.21'],
  statement: {
    en: 'On macOS the Go runtime learns the CPU count from the hw.ncpu sysctl.',
    zh: '在 macOS 上，Go 运行时经 hw.ncpu sysctl 取得 CPU 数。',
  },
  method: {
    en: 'Reads the function that counts CPUs in GOROOT/src/runtime/os_darwin.go, and the imports of a darwin/arm64 program built by the same Go.',
    zh: '读取 GOROOT/src/runtime/os_darwin.go 中统计 CPU 的函数，以及同一 Go 所构建的 darwin/arm64 程序的导入符号。',
  },
  wouldChange: {
    en: 'A source that asks for another number than CTL_HW.HW_NCPU, or a program that does not import sysctl.',
    zh: '源代码询问的不是 CTL_HW.HW_NCPU，或程序未导入 sysctl。',
  },
  needs: {
    sources: darwinRuntimeSources,
    program: of(binaryIdentity, PRODUCTS.metricsDarwin),
    system,
    count: wish(goCpuCount),
    topology: wish(cpuTopology),
  },

  judge({ sources: { cpuCount }, program, system: { system: goos }, count, topology }) {
    if (cpuCount.length === 0) {
      return inconclusive({
        en: 'The function that counts CPUs was not found in runtime/os_darwin.go',
        zh: '在 runtime/os_darwin.go 中未找到统计 CPU 的函数',
      });
    }
    const figures = [sourceFigure(cpuCount)];
    const asks = cpuCount.find(({ text }) => text.includes('_CTL_HW') && text.includes('_HW_NCPU'));
    if (!asks) {
      return refuted(
        {
          en: 'The function that counts CPUs does not ask for HW_NCPU',
          zh: '统计 CPU 的函数并未询问 HW_NCPU',
        },
        { figures },
      );
    }
    if (goos === 'darwin' && count && topology && count.numCPU !== topology.online) {
      return refuted(
        {
          en: `On this Mac runtime.NumCPU is ${count.numCPU} and sysctl counts ${topology.online} CPUs`,
          zh: `在本机 Mac 上，runtime.NumCPU 为 ${count.numCPU}，而 sysctl 计得 ${topology.online} 个 CPU`,
        },
        { figures },
      );
    }
    const imports = thinSlice(program)?.symbols?.imports ?? [];
    const place = `${asks.file}:${asks.line}`;
    const isBound = imports.some(({ name }) => name === '_sysctl');
    return isBound
      ? confirmed(
          {
            en: `${place} asks sysctl for CTL_HW.HW_NCPU, the number behind hw.ncpu, and the program built here imports _sysctl`,
            zh: `${place} 以 sysctl 询问 CTL_HW.HW_NCPU（即 hw.ncpu），本机构建的程序导入了 _sysctl`,
          },
          { figures },
        )
      : refuted(
          {
            en: `${place} asks for HW_NCPU, but the program built here does not import _sysctl`,
            zh: `${place} 询问 HW_NCPU，但本机构建的程序未导入 _sysctl`,
          },
          { figures },
        );
  },
});
