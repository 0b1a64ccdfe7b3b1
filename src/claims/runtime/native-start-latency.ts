import { translatedStart } from '../../evidence/runtime/translated-start.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { digits, distributions, doubtsOf, ratioVerdict, translatorNote } from './ratio-verdict.ts';

export const nativeStartLatency = claim({
  id: 'native-start-latency',
  subject: 'runtime',
  answers: ['W1.05', 'W2.76'],
  statement: {
    en: 'A translated hello takes longer to start than a native one.',
    zh: '转译的 hello 启动耗时长于原生的 hello。',
  },
  method: {
    en: 'Builds hello for both architectures with -s -w and starts each 200 times, warm, in rounds whose order is dealt by chance; the time is from start to exit, and the ratio is tested on the deals that could have been made.',
    zh: '以 -s -w 为两种架构构建 hello，热态各启动 200 次，轮内次序随机；计时从启动到退出，对比值按所有可能的随机次序进行检验。',
  },
  wouldChange: {
    en: 'An interval of the ratio that lies below 1.',
    zh: '比值的区间整体低于 1。',
  },
  needs: { starts: translatedStart },

  judge({ starts }) {
    const { observations } = starts;
    const comparison = compare(observations, { measure: 'wall' });
    const first = (arm: number): number | undefined =>
      observations.runs.find((run) => run.round < 0 && run.arm === arm)?.wallMs;
    const [cold, coldTranslated] = [first(0), first(1)];
    const warnings = [...translatorNote(starts), ...doubtsOf(observations)];
    if (cold !== undefined && coldTranslated !== undefined)
      warnings.push({
        en: `The first start after building took ${digits(cold)} ms natively and ${digits(coldTranslated)} ms translated, and is not among them`,
        zh: `构建后的首次启动原生为 ${digits(cold)} ms、转译为 ${digits(coldTranslated)} ms，未计入其中`,
      });
    return ratioVerdict(
      [comparison],
      {
        subject: { en: 'A translated hello takes', zh: '转译的 hello 启动耗时为' },
        comparison: { en: 'as long as a native one', zh: '原生' },
        paper: '+102 %',
        unit: 'ms',
      },
      {
        figures: [distributions({ en: 'Start to exit', zh: '从启动到退出' }, comparison, 'ms')],
        warnings,
      },
    );
  },
});
