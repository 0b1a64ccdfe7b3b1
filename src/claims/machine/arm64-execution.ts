/**
 * Whether arm64 programs run here, and by what means: every claim about running one hangs on it.
 *
 * @module
 */

import { foreignExecution, runnerFor, type Runner } from '../../evidence/machine/foreign-execution.ts';
import { system } from '../../evidence/machine/system.ts';
import { architectureOf, translation } from '../../evidence/machine/translation.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, refuted, type Mend } from '../../model/verdict.ts';

const MEANS: Readonly<Record<Runner['means'], Text>> = {
  native: { en: 'natively', zh: '原生' },
  binfmt: { en: 'through binfmt_misc', zh: '经 binfmt_misc' },
  'qemu-user': { en: 'translated by qemu-user', zh: '由 qemu-user 转译' },
  rosetta: { en: 'translated by Rosetta', zh: '由 Rosetta 转译' },
};

export const arm64Execution = claim({
  id: 'arm64-execution',
  subject: 'machine',
  answers: [],
  statement: { en: 'Programs for arm64 can be run on this machine.', zh: '本机可以运行 arm64 程序。' },
  method: {
    en: 'Looks at the architecture of the machine, the kernel’s binfmt_misc registrations and qemu-user on PATH.',
    zh: '查看本机架构、内核的 binfmt_misc 注册以及 PATH 中的 qemu-user。',
  },
  wouldChange: {
    en: 'An arm64 machine, a registration with binfmt_misc, or qemu-aarch64 on PATH.',
    zh: '本机为 arm64、存在 binfmt_misc 注册，或 PATH 中有 qemu-aarch64。',
  },
  needs: { foreign: foreignExecution, system, heard: wish(translation) },

  judge({ foreign, system: { system: goos, processArchitecture, release }, heard }) {
    const architecture = architectureOf(heard, processArchitecture);
    const runner = runnerFor(foreign, { system: goos, architecture }, goos, 'arm64');
    if (!runner) {
      return refuted(
        {
          en: `This ${goos}/${architecture} machine runs no arm64 programs: no usable binfmt_misc registration and no qemu-aarch64 on PATH`,
          zh: `本机 ${goos}/${architecture} 无法运行 arm64 程序：没有可用的 binfmt_misc 注册，PATH 中也没有 qemu-aarch64`,
        },
        { mend: installation(goos, release) },
      );
    }
    const translator = foreign.translators.find(({ path }) => path === runner.argv[0]);
    const by = translator && `${translator.path}, ${translator.version}`;
    return confirmed(
      {
        en: `${goos}/arm64 programs run here ${MEANS[runner.means].en}${by === undefined ? '' : ` (${by})`}`,
        zh: `${goos}/arm64 程序可在此${MEANS[runner.means].zh}运行${by === undefined ? '' : `（${by}）`}`,
      },
      {
        warnings:
          runner.means === 'native'
            ? []
            : [
                {
                  en: 'What is run translated shows what a program does, not how fast arm64 hardware is',
                  zh: '转译运行只能说明程序的行为，不能说明 arm64 硬件的速度',
                },
              ],
      },
    );
  },
});

/** Package managers by what the system says it is; without a known one, words only. */
function installation(goos: string, release = ''): Mend {
  const text: Text = {
    en: 'Install qemu-user to run arm64 programs here, translated',
    zh: '安装 qemu-user，即可在此以转译方式运行 arm64 程序',
  };
  if (goos !== 'linux') return { text: { en: 'Use an Apple silicon Mac', zh: '请使用 Apple Silicon Mac' } };
  if (/debian|ubuntu|mint/i.test(release)) return { text, command: 'sudo apt-get install qemu-user-static' };
  if (/fedora/i.test(release)) return { text, command: 'sudo dnf install qemu-user-static' };
  if (/opensuse/i.test(release)) return { text, command: 'sudo zypper install qemu-linux-user' };
  if (/arch linux|manjaro/i.test(release)) return { text, command: 'sudo pacman -S qemu-user-static' };
  if (/alpine/i.test(release)) return { text, command: 'sudo apk add qemu-aarch64' };
  return { text };
}
