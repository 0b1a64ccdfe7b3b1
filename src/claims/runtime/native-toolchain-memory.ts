import { translatedToolchain } from '../../evidence/runtime/translated-toolchain.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { distributions, doubtsOf, ratioVerdict, translatorNote } from './ratio-verdict.ts';

export const nativeToolchainMemory = claim({
  id: 'native-toolchain-memory',
  subject: 'runtime',
  answers: ['W1.23'],
  statement: {
    en: 'The largest process of a whole build needs more memory with a translated toolchain than with a native one.',
    zh: '完整构建中最大的进程，在转译工具链下所需内存高于原生工具链。',
  },
  method: {
    en: 'Takes the peak of resident memory of the largest process among the go command and all that it started (wait4), in the same builds as those that are timed.',
    zh: '在计时所用的同一批构建中，取 go 命令及其启动的所有进程中最大者的常驻内存峰值（wait4）。',
  },
  wouldChange: { en: 'An interval of the ratio that lies below 1.', zh: '比值的区间整体低于 1。' },
  needs: { builds: translatedToolchain },

  judge({ builds }) {
    const comparison = compare(builds.observations, { measure: 'peak' });
    return ratioVerdict(
      [comparison],
      {
        subject: { en: 'The largest process needs', zh: '最大进程的内存峰值为' },
        comparison: { en: 'as much memory translated as native', zh: '原生' },
        paper: '-40 %',
        unit: 'MB',
        divisor: 2 ** 20,
      },
      {
        figures: [
          distributions(
            { en: 'Peak of the largest process', zh: '最大进程的峰值' },
            comparison,
            'MB',
            2 ** 20,
          ),
        ],
        warnings: [...translatorNote(builds), ...doubtsOf(builds.observations)],
      },
    );
  },
});
