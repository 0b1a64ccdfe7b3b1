import { cpuFeatures, hasLse } from '../../evidence/machine/cpu-features.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, notApplicable, refuted } from '../../model/verdict.ts';

/** Pi 4 and Graviton1 lack FEAT_LSE; a program built with GOARM64=v8.1 dies there (golang/go#69124). */
export const singleInstructionAtomics = claim({
  id: 'single-instruction-atomics',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'The processor has single-instruction atomics (FEAT_LSE), so programs built with GOARM64=v8.1 or ,lse start here.',
    zh: '处理器具备单指令原子操作（FEAT_LSE），以 GOARM64=v8.1 或 ,lse 构建的程序可在此启动。',
  },
  method: {
    en: 'Reads the features that the kernel lets every core use: HWCAPs on Linux, hw.optional on macOS.',
    zh: '读取内核允许所有核心使用的特性：Linux 为 HWCAP，macOS 为 hw.optional。',
  },
  wouldChange: { en: 'One core without the feature.', zh: '有一个核心不具备该特性。' },
  needs: { features: cpuFeatures },

  judge({ features: found }) {
    const lse = hasLse(found);
    const { features } = found;
    if (lse === undefined) {
      return notApplicable({ en: 'This is no Arm processor', zh: '本机不是 Arm 处理器' });
    }
    return lse
      ? confirmed({
          en: `FEAT_LSE is one of ${features.length} features that every core has`,
          zh: `FEAT_LSE 是所有核心共有的 ${features.length} 项特性之一`,
        })
      : refuted(
          {
            en: `FEAT_LSE is not among the ${features.length} features that every core has`,
            zh: `所有核心共有的 ${features.length} 项特性中没有 FEAT_LSE`,
          },
          {
            mend: {
              text: {
                en: 'Build for this machine with the default GOARM64',
                zh: '以默认 GOARM64 为本机构建',
              },
              command: 'go env -w GOARM64=v8.0',
            },
          },
        );
  },
});
