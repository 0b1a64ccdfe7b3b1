/**
 * Our own check beside the paper's single figures: work of seven sorts, because a translator has no
 * one factor. Equal allocations prove that both builds did the same work.
 *
 * @module
 */

import { translatedWorkload } from '../../evidence/runtime/translated-workload.ts';
import type { Observations } from '../../evidence/observations.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { inconclusive } from '../../model/verdict.ts';
import { doubtsOf, forest, ratioVerdict, translatorNote } from './ratio-verdict.ts';

const KERNELS = ['JSON', 'AES-GCM/8K', 'SHA256/8K', 'CRC32/8K', 'Map', 'Alloc', 'Sieve'];

/** The runtime allocates a little for itself, and maps grow by the chance of their hash. */
const BYTES_APART = 0.01;
const BYTES_BESIDE = 1024;

export const nativeWorkloadSpeed = claim({
  id: 'native-workload-speed',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'Seven sorts of work all take longer translated than native.',
    zh: '七类负载在转译下均比原生耗时更长。',
  },
  method: {
    en: 'Builds one program for both architectures that does JSON, AES-GCM, SHA-256, CRC-32, maps, allocation and arithmetic a fixed number of times, and runs it in 12 rounds whose order is dealt by chance. If B/op or allocs/op differ, the comparison is void.',
    zh: '为两种架构构建同一程序，以固定次数执行 JSON、AES-GCM、SHA-256、CRC-32、映射、分配与算术，共 12 轮，次序随机。若 B/op 或 allocs/op 不同，则比较无效。',
  },
  wouldChange: {
    en: 'One sort of work that takes less time translated.',
    zh: '某一类负载在转译下耗时更短。',
  },
  needs: { work: translatedWorkload },

  judge({ work }) {
    const { observations } = work;
    const unequal = KERNELS.find((kernel) => !didTheSame(observations, kernel));
    if (unequal !== undefined) {
      return inconclusive({
        en: `${unequal} allocates differently natively and translated, so the two did not do the same work`,
        zh: `${unequal} 在原生与转译下的分配不同，两者所做并非同一工作`,
      });
    }
    const rows = KERNELS.map((label) => ({
      label,
      comparison: compare(observations, { measure: `${label} sec/op` }),
    }));
    return ratioVerdict(
      rows.map(({ comparison }) => comparison),
      {
        subject: { en: 'The least slowed of seven takes', zh: '七类中减速最少者耗时为' },
        comparison: { en: 'as long translated as native', zh: '原生' },
        paper: '+60 % (json-iterator)',
        unit: 'ns/op',
        divisor: 1e-9,
      },
      {
        figures: [forest({ en: 'Time by sort of work', zh: '各类负载的耗时' }, rows)],
        warnings: [...translatorNote(work), ...doubtsOf(observations)],
      },
    );
  },
});

/** Of the runs that ended well, the extremes of both arms together lie as near as chance brings them. */
function didTheSame({ runs }: Observations, kernel: string): boolean {
  const reported = (unit: string): number[] =>
    runs.flatMap(({ exit, ended, reported: values }) => {
      const value = values?.[`${kernel} ${unit}`];
      return exit === 0 && ended === 'exit' && value !== undefined ? [value] : [];
    });
  const allocations = reported('allocs/op');
  const bytes = reported('B/op');
  const spread = Math.max(...bytes) - Math.min(...bytes);
  return (
    Math.max(...allocations) - Math.min(...allocations) <= 1 &&
    spread <= Math.max(BYTES_BESIDE, BYTES_APART * Math.max(...bytes))
  );
}
