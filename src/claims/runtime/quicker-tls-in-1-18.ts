import { tlsThroughput } from '../../evidence/runtime/tls-throughput.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { notApplicable } from '../../model/verdict.ts';
import { digits, distributions, doubtsOf, ratioVerdict } from './ratio-verdict.ts';

export const quickerTlsIn118 = claim({
  id: 'quicker-tls-in-1-18',
  subject: 'runtime',
  answers: ['W2.09'],
  statement: {
    en: 'On arm64 bulk TLS takes less time with Go 1.18 than with Go 1.17.',
    zh: '在 arm64 上，TLS 批量传输以 Go 1.18 构建时耗时少于 Go 1.17。',
  },
  method: {
    en: 'Builds one program with the last Go 1.17 and the first Go 1.18 for this machine, which sends 64 MB over TLS 1.2 with AES-128-GCM within one process, and runs the two in 20 rounds whose order is dealt by chance.',
    zh: '以最后的 Go 1.17 与最初的 Go 1.18 为本机构建同一程序，在单个进程内以 TLS 1.2 与 AES-128-GCM 传输 64 MB，两者共运行 20 轮，次序随机。',
  },
  wouldChange: {
    en: 'A ratio of the time with Go 1.17 to that with Go 1.18 whose interval lies below 1, on arm64.',
    zh: '在 arm64 上，Go 1.17 与 Go 1.18 耗时之比的区间整体低于 1。',
  },
  needs: { tls: tlsThroughput },

  judge({ tls: { goarch, versions, observations } }) {
    const comparison = compare(observations, { first: 1, other: 0 });
    const [older = '', newer = ''] = versions;
    const figures = [distributions({ en: 'Time for 1 MB', zh: '每 1 MB 的耗时' }, comparison, 'ms', 1e-3)];
    if (goarch !== 'arm64') {
      const { estimate, low, high } = comparison.ratio;
      return notApplicable(
        {
          en: `The machine is ${goarch}; there ${older} takes ${digits(estimate)} times as long as ${newer} (95 % interval ${digits(low)} to ${digits(high)})`,
          zh: `本机为 ${goarch}；在此 ${older} 耗时为 ${newer} 的 ${digits(estimate)} 倍（95 % 区间 ${digits(low)} 至 ${digits(high)}）`,
        },
        { figures },
      );
    }
    return ratioVerdict(
      [comparison],
      {
        subject: { en: `With ${older} TLS takes`, zh: `以 ${older} 构建时 TLS 耗时为` },
        comparison: { en: `as long as with ${newer}`, zh: `${newer} ` },
        paper: '3.2',
        unit: 'ms per MB',
        divisor: 1e-3,
      },
      { figures, warnings: doubtsOf(observations) },
    );
  },
});
