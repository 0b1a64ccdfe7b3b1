/**
 * runtime.GOARCH is a constant of the build, so a translator cannot change it: one translated
 * process that prints arm64 is enough.
 *
 * @module
 */

import { system } from '../../evidence/machine/system.ts';
import { archCheck } from '../../evidence/toolchain/arch-check.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { toolchainTranslation } from '../../evidence/toolchain/toolchain-translation.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { printedValues } from './printed-values.ts';

export const goarchAsNativeProof = claim({
  id: 'goarch-as-native-proof',
  subject: 'toolchain',
  answers: ['W1.15'],
  statement: {
    en: 'The test program prints GOARCH: arm64, and this proves that it runs natively.',
    zh: '测试程序输出 GOARCH: arm64，且足以证明其为原生运行。',
  },
  method: {
    en: 'Runs the program here, and its linux/arm64 build under qemu-user started by name; on a Mac, what sysctl.proc_translated says in a program of the same build.',
    zh: '在本机运行该程序，并以 qemu-user 直接启动其 linux/arm64 构建；在 Mac 上另读同法构建的程序内的 sysctl.proc_translated。',
  },
  wouldChange: {
    en: 'A translated process that prints arm64.',
    zh: '经转译的进程也输出 arm64。',
  },
  needs: { check: archCheck, system, mac: wish(toolchainTranslation) },

  judge({ check: { corrected, translated }, system: seen, mac }) {
    const here = printedValues(corrected.stderr)['GOARCH'];
    const there = translated?.run && printedValues(translated.run.stderr)['GOARCH'];
    const figures = [
      table(
        { en: 'What the program prints', zh: '程序的输出' },
        [{ en: 'run by', zh: '运行方式' }, 'GOARCH'],
        [
          [{ en: 'this machine', zh: '本机' }, here ?? complaint(corrected)],
          ...(translated
            ? [[translated.translator, there ?? complaint(translated.run ?? translated.build)]]
            : []),
        ],
      ),
    ];
    if (there === 'arm64') {
      return refuted(
        {
          en: `Under ${translated?.translator} on ${seen.kernel} (${seen.unameMachine}) the program prints GOARCH: arm64 too, although every instruction is translated`,
          zh: `在 ${seen.kernel}（${seen.unameMachine}）上经 ${translated?.translator} 转译执行时，程序同样输出 GOARCH: arm64`,
        },
        { figures },
      );
    }
    if (mac?.hardware.stdout.trim() === '1' && here === 'arm64' && mac.program?.stderr.trim() === '0') {
      return confirmed(
        {
          en: 'The program prints GOARCH: arm64, sysctl.proc_translated is 0 in its kind, and macOS has no translator for arm64 programs',
          zh: '程序输出 GOARCH: arm64，同类程序内 sysctl.proc_translated 为 0，且 macOS 没有针对 arm64 程序的转译器',
        },
        { figures },
      );
    }
    return inconclusive(
      {
        en: `The program prints GOARCH: ${here ?? 'nothing'} here, and no translated arm64 run could be compared with it`,
        zh: `程序在本机输出 GOARCH: ${here ?? '空'}，没有可对照的 arm64 转译运行`,
      },
      {
        figures,
        remedy: {
          en: 'Install qemu-user (Debian: apt install qemu-user-static) or run goassay on Apple silicon',
          zh: '安装 qemu-user（Debian：apt install qemu-user-static），或在 Apple Silicon 上运行 goassay',
        },
      },
    );
  },
});
