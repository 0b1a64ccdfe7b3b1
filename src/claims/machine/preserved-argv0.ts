/**
 * Without flag P binfmt_misc replaces argv[0] by the path of the program; Go's own tests hung
 * because of it (golang/go#67355). qemu-user understands the flag since 6.0, on Linux 5.12 and later.
 *
 * @module
 */

import { foreignExecution, type ForeignExecution } from '../../evidence/machine/foreign-execution.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted, type Mend } from '../../model/verdict.ts';

export const preservedArgv0 = claim({
  id: 'preserved-argv0',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'Programs started through binfmt_misc keep their own name.',
    zh: '经 binfmt_misc 启动的程序保留自身的名称。',
  },
  method: {
    en: 'Reads the flags of every enabled binfmt_misc registration that takes ELF files: P keeps argv[0].',
    zh: '读取每个已启用且处理 ELF 文件的 binfmt_misc 注册的标志：P 表示保留 argv[0]。',
  },
  wouldChange: { en: 'An enabled registration without flag P.', zh: '某个已启用的注册没有标志 P。' },
  needs: { foreign: foreignExecution },

  judge({ foreign: { registrations } }) {
    const enabled = registrations.filter(({ isEnabled }) => isEnabled);
    if (enabled.length === 0) {
      return notApplicable({
        en: 'No ELF interpreter is registered with binfmt_misc here',
        zh: '此处没有在 binfmt_misc 注册 ELF 解释器',
      });
    }
    const without = enabled.filter(({ flags }) => !flags.includes('P'));
    const [first] = without;
    if (!first) {
      return confirmed({
        en: `Flag P is set in each of the ${enabled.length} registered: ${enabled.map(({ name }) => name).join(', ')}`,
        zh: `已注册的 ${enabled.length} 个均有标志 P：${enabled.map(({ name }) => name).join('、')}`,
      });
    }
    return refuted(
      {
        en: `Flag P is missing in ${without.length} of ${enabled.length} registered: ${first.name} (${first.interpreter}, flags ${first.flags || 'none'})`,
        zh: `已注册的 ${enabled.length} 个中有 ${without.length} 个缺少标志 P：${first.name}（${first.interpreter}，标志 ${first.flags || '无'}）`,
      },
      { mend: registeredAgain(first) },
    );
  },
});

/** Words that a shell and binfmt_misc take as they stand. */
const PLAIN = /^[\w./+-]+$/;

/** The command for qemu-user only: what other interpreters make of the flag is not known. */
function registeredAgain({ name, interpreter, flags, magic, mask }: Registration): Mend {
  const text = {
    en: `Register ${name} again with flag P, until the next start; the packages of newer distributions do so by themselves`,
    zh: `以标志 P 重新注册 ${name}（下次启动前有效）；较新发行版的软件包会自行如此注册`,
  };
  const isQemu = /\/qemu-[\w-]+$/.test(interpreter) && PLAIN.test(interpreter) && PLAIN.test(name);
  if (!isQemu || magic === undefined) return { text };
  const directory = '/proc/sys/fs/binfmt_misc';
  const entry = `:${name}:M::${escaped(magic)}:${escaped(mask ?? '')}:${interpreter}:P${flags}`;
  return {
    text,
    command: `echo -1 | sudo tee ${directory}/${name} && printf %s '${entry}' | sudo tee ${directory}/register`,
  };
}

type Registration = ForeignExecution['registrations'][number];

function escaped(hex: string): string {
  return hex.replaceAll(/../g, String.raw`\x$&`);
}
