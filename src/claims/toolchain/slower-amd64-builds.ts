import { targetBuilds } from '../../evidence/toolchain/target-builds.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { distributions, doubtsOf, ratioVerdict } from '../runtime/ratio-verdict.ts';

export const slowerAmd64Builds = claim({
  id: 'slower-amd64-builds',
  subject: 'toolchain',
  answers: ['W2.75'],
  statement: {
    en: 'With one toolchain, building for amd64 takes longer than building for arm64.',
    zh: '同一工具链下，为 amd64 构建的耗时长于为 arm64 构建。',
  },
  method: {
    en: 'Builds one program with all its packages (go build -a) for both targets, ten times each, in rounds whose order is dealt by chance.',
    zh: '以 go build -a 为两个目标各构建同一程序及其全部包十次，轮内次序随机。',
  },
  wouldChange: { en: 'An interval of the ratio that lies below 1.', zh: '比值的区间整体低于 1。' },
  needs: { builds: targetBuilds },

  judge({ builds }) {
    const comparison = compare(builds, { first: 0, other: 1, measure: 'wall' });
    return ratioVerdict(
      [comparison],
      {
        subject: { en: 'Building for amd64 takes', zh: '为 amd64 构建的耗时为' },
        comparison: { en: 'as long as for arm64', zh: '为 arm64 构建' },
        paper: '+5.6 %',
        unit: 's',
        divisor: 1000,
      },
      {
        figures: [distributions({ en: 'Whole builds', zh: '完整构建' }, comparison, 's', 1000)],
        warnings: doubtsOf(builds),
      },
    );
  },
});
