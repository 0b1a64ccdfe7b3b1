/**
 * The monotonic clock on darwin/arm64: from the runtime's own source, and from what a program
 * built here imports.
 *
 * @module
 */

import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { darwinRuntimeSources } from '../../evidence/runtime/darwin-runtime-sources.ts';
import { claim } from '../../model/claim.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { sourceFigure } from './source-figure.ts';

export const machClock = claim({
  id: 'mach-clock',
  subject: 'runtime',
  answers: ['W2.23'],
  statement: {
    en: 'On darwin/arm64 the Go runtime’s monotonic clock is mach_absolute_time.',
    zh: '在 darwin/arm64 上，Go 运行时的单调时钟取自 mach_absolute_time。',
  },
  method: {
    en: 'Reads nanotime’s trampoline in GOROOT/src/runtime/sys_darwin_arm64.s, and the imports of a darwin/arm64 program built by the same Go.',
    zh: '读取 GOROOT/src/runtime/sys_darwin_arm64.s 中 nanotime 的跳板，以及同一 Go 所构建的 darwin/arm64 程序的导入符号。',
  },
  wouldChange: {
    en: 'A trampoline that calls another clock, or a program that does not import mach_absolute_time.',
    zh: '跳板调用了其他时钟，或程序未导入 mach_absolute_time。',
  },
  needs: { sources: darwinRuntimeSources, program: of(binaryIdentity, PRODUCTS.metricsDarwin) },

  judge({ sources: { nanotime }, program }) {
    if (nanotime.length === 0) {
      return inconclusive({
        en: 'nanotime’s trampoline was not found in runtime/sys_darwin_arm64.s',
        zh: '在 runtime/sys_darwin_arm64.s 中未找到 nanotime 的跳板',
      });
    }
    const figures = [sourceFigure(nanotime)];
    const calls = nanotime.find(({ text }) => /\bBL\s+libc_mach_absolute_time\b/.test(text));
    const imported = (thinSlice(program)?.symbols?.imports ?? []).some(
      ({ name }) => name === '_mach_absolute_time',
    );
    if (calls && imported) {
      return confirmed(
        {
          en: `nanotime calls mach_absolute_time at ${calls.file}:${calls.line}, and the program built here imports it`,
          zh: `nanotime 在 ${calls.file}:${calls.line} 调用 mach_absolute_time，本机构建的程序也导入了它`,
        },
        { figures },
      );
    }
    const other = nanotime
      .map(({ text }) => /\bBL\s+libc_(\w+)/.exec(text)?.[1])
      .find((name) => name !== undefined);
    return refuted(
      calls
        ? {
            en: 'nanotime’s source calls mach_absolute_time, but the program built here does not import it',
            zh: 'nanotime 的源代码调用 mach_absolute_time，但本机构建的程序未导入它',
          }
        : {
            en: `nanotime calls ${other ?? 'no library function'} instead of mach_absolute_time`,
            zh: `nanotime 调用的是 ${other ?? '(无库函数)'}，而非 mach_absolute_time`,
          },
      { figures },
    );
  },
});
