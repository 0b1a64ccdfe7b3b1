/**
 * A translated goassay would measure the translator, and on a Mac everything it starts inherits
 * that. Judged by decisive witnesses only: the others may be faked, and have their own claim.
 *
 * @module
 */

import { system } from '../../evidence/machine/system.ts';
import { hardwareOf, isTranslated, translation } from '../../evidence/machine/translation.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const untranslatedProcess = claim({
  id: 'untranslated-process',
  subject: 'machine',
  answers: [],
  statement: { en: 'This goassay runs natively on the hardware.', zh: '本次 goassay 在硬件上原生运行。' },
  method: {
    en: 'Judged by the witnesses that no known translator fakes: the kernel’s own architecture, the file behind /proc/thread-self/exe, sysctl.proc_translated.',
    zh: '依已知转译器无法伪造的见证判定：内核自身的架构、/proc/thread-self/exe 所指文件、sysctl.proc_translated。',
  },
  wouldChange: {
    en: 'A decisive witness that says the process is translated.',
    zh: '有决定性见证表明进程被转译。',
  },
  needs: { translation, system },

  judge({ translation: heard, system: { processArchitecture } }) {
    const translated = isTranslated(heard);
    const hardware = hardwareOf(heard);
    const decisive = heard.witnesses.filter(
      ({ about, weight }) => about === 'process' && weight === 'decisive',
    );
    const names = {
      en: decisive.map(({ id, raw }) => `${id}: ${raw}`).join('; '),
      zh: decisive.map(({ id, raw }) => `${id}：${raw}`).join('；'),
    };
    if (translated === undefined) {
      return inconclusive({
        en:
          decisive.length === 0
            ? 'No decisive witness could be heard'
            : `The decisive witnesses contradict each other: ${names.en}`,
        zh: decisive.length === 0 ? '没有可用的决定性见证' : `决定性见证互相矛盾：${names.zh}`,
      });
    }
    if (translated) {
      return refuted(
        {
          en: `This ${processArchitecture} process is translated on ${hardware ?? 'other'} hardware (${names.en})`,
          zh: `本 ${processArchitecture} 进程在 ${hardware ?? '其他'} 硬件上被转译（${names.zh}）`,
        },
        {
          mend: {
            text: {
              en: 'Start goassay with a Node of the hardware’s own architecture, from a shell that is not translated either',
              zh: '在未被转译的 shell 中，用与硬件同架构的 Node 启动 goassay',
            },
          },
        },
      );
    }
    return confirmed({
      en: `The process is ${processArchitecture}, as the hardware is (${names.en})`,
      zh: `进程为 ${processArchitecture}，与硬件一致（${names.zh}）`,
    });
  },
});
