import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

/** metrics.Read must fill every name that metrics.All() offers, and must not invent one. */
export const metricsSnapshot = claim({
  id: 'metrics-snapshot',
  subject: 'runtime',
  answers: ['W2.26'],
  statement: {
    en: 'runtime/metrics.Read returns a structured snapshot of the requested metrics.',
    zh: 'runtime/metrics.Read 返回所请求指标的结构化快照。',
  },
  method: {
    en: 'Reads every name of metrics.All() and one invented name in a single call, and compares the kind of each value with the declared one.',
    zh: '一次调用读取 metrics.All() 的全部名称及一个虚构名称，并将各值类型与声明类型比较。',
  },
  wouldChange: {
    en: 'A listed metric whose value is not of its declared kind, or a value for the invented name.',
    zh: '某个已列指标的值与声明类型不符，或虚构名称得到了值。',
  },
  needs: { catalogue: metricsCatalogue },

  judge({ catalogue: { metrics, invented, goVersion } }) {
    const wrong = metrics.filter(({ kind, read }) => kind !== read).map(({ name }) => name);
    if (wrong.length > 0) {
      return refuted({
        en: `metrics.Read of ${goVersion} did not fill ${wrong.length} of ${metrics.length} metrics: ${wrong.slice(0, 3).join(', ')}`,
        zh: `${goVersion} 的 metrics.Read 未能填充 ${metrics.length} 个指标中的 ${wrong.length} 个：${wrong.slice(0, 3).join('、')}`,
      });
    }
    if (invented.read !== 'bad') {
      return refuted({
        en: `metrics.Read of ${goVersion} gave a ${invented.read} for ${invented.name}, a name that does not exist`,
        zh: `${goVersion} 的 metrics.Read 为不存在的名称 ${invented.name} 返回了 ${invented.read}`,
      });
    }
    const histograms = metrics.filter(({ kind }) => kind === 'float64-histogram').length;
    return confirmed({
      en: `One call of metrics.Read filled all ${metrics.length} metrics of ${goVersion} with their declared kinds (${histograms} histograms) and marked the invented name as bad`,
      zh: `一次 metrics.Read 调用按声明类型填充了 ${goVersion} 的全部 ${metrics.length} 个指标（其中直方图 ${histograms} 个），并将虚构名称标为 bad`,
    });
  },
});
