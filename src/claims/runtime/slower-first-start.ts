/**
 * Whether the first start of a translated program is slower than later ones. A system may look at any new
 * program when it is first started, so only what goes beyond native programs is the translator's.
 *
 * @module
 */

import { firstStarts } from '../../evidence/runtime/first-starts.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { ratio } from '../../stats/hodges-lehmann.ts';
import { median } from '../../stats/quantiles.ts';
import { firstOverLater, programsOf, startTable, type Program } from './first-start-costs.ts';
import { digits } from './ratio-verdict.ts';

/** The ledger's own: so many programs, and no slower than this is not slower. */
const PROGRAMS = 30;
const NOT_SLOWER = 1.1;

export const slowerFirstStart = claim({
  id: 'slower-first-start',
  subject: 'runtime',
  answers: ['W2.77'],
  statement: {
    en: 'The first start of a translated program is slower than later starts, because the translation is cached.',
    zh: '转译程序的首次启动慢于后续启动，因为译文会被缓存。',
  },
  method: {
    en: 'Builds thirty programs for either architecture, each with contents of its own, starts each once and then ten times more, and compares the first start with the median of the later ones. Native programs are the control; so is qemu-user, which keeps no translation.',
    zh: '为两种架构各构建 30 个内容各异的程序，各启动一次后再启动十次，比较首次启动与后续启动的中位数。以原生程序为对照；不保留译文的 qemu-user 亦为对照。',
  },
  wouldChange: {
    en: 'First starts under Rosetta 2 that are less than a tenth slower than later ones.',
    zh: 'Rosetta 2 下首次启动比后续启动慢不到十分之一。',
  },
  needs: { starts: firstStarts },

  judge({ starts }) {
    const translated = programsOf(starts, 'translated', 'small');
    const native = programsOf(starts, 'native', 'small');
    const first = firstOverLater(translated);
    const beyond = ratio(native.map(share), translated.map(share));
    const warm = median(translated.map(later)) / median(native.map(later));
    const told = {
      en: `The first start takes ${digits(first.estimate)} times as long as later ones (95 % interval ${digits(first.low)} to ${digits(first.high)}, ${translated.length} programs), natively ${digits(firstOverLater(native).estimate)} times; later starts take ${digits(warm)} times as long as native ones`,
      zh: `首次启动耗时为后续启动的 ${digits(first.estimate)} 倍（95 % 区间 ${digits(first.low)} 至 ${digits(first.high)}，${translated.length} 个程序），原生为 ${digits(firstOverLater(native).estimate)} 倍；后续启动为原生的 ${digits(warm)} 倍`,
    };
    const figures = [startTable(starts)];
    if (starts.means !== 'rosetta')
      return notApplicable(
        {
          en: `${starts.translator ?? starts.means} translates here, not Rosetta 2, and serves as the control. ${told.en}`,
          zh: `本机的转译器为 ${starts.translator ?? starts.means}，并非 Rosetta 2，仅作对照。${told.zh}`,
        },
        { figures },
      );
    if (translated.length < PROGRAMS) return inconclusive(told, { figures });
    if (first.high < NOT_SLOWER) return refuted(told, { figures });
    return (first.low > 1 && beyond.low > 1 ? confirmed : inconclusive)(told, { figures });
  },
});

const later = ({ laterMs }: Program): number => median(laterMs);
const share = (program: Program): number => program.firstMs / later(program);
