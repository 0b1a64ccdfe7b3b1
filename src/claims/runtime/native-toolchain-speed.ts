import { translatedToolchain } from '../../evidence/runtime/translated-toolchain.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { distributions, doubtsOf, ratioVerdict, translatorNote } from './ratio-verdict.ts';

export const nativeToolchainSpeed = claim({
  id: 'native-toolchain-speed',
  subject: 'runtime',
  answers: ['W1.22'],
  statement: {
    en: 'A whole build takes longer with a translated toolchain than with a native one.',
    zh: '使用转译工具链的完整构建耗时长于原生工具链。',
  },
  method: {
    en: 'Has the Go under test build its own tools for the other architecture, and then builds one program with all its packages (go build -a) for this machine by either toolchain, in ten rounds whose order is dealt by chance.',
    zh: '由被测 Go 为另一架构构建自身工具，再分别以两套工具链面向本机完整构建（go build -a）同一程序，共十轮，次序随机。',
  },
  wouldChange: { en: 'An interval of the ratio that lies below 1.', zh: '比值的区间整体低于 1。' },
  needs: { builds: translatedToolchain },

  judge({ builds }) {
    const comparison = compare(builds.observations, { measure: 'wall' });
    return ratioVerdict(
      [comparison],
      {
        subject: { en: 'The build takes', zh: '构建耗时为' },
        comparison: { en: 'as long translated as native', zh: '原生' },
        paper: '+71 %',
        unit: 's',
        divisor: 1000,
      },
      {
        figures: [distributions({ en: 'Whole builds', zh: '完整构建' }, comparison, 's', 1000)],
        warnings: [...translatorNote(builds), ...doubtsOf(builds.observations)],
      },
    );
  },
});
