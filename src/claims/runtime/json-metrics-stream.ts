/**
 * Metric snapshots as a stream of JSON records. JSON has no infinities and every histogram has
 * some, so what loses nothing is a program that writes them as strings; encoding/json on the
 * samples as they are stops with an error, and the verdict says so.
 *
 * @module
 */

import { metricsStream } from '../../evidence/runtime/metrics-stream.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const jsonMetricsStream = claim({
  id: 'json-metrics-stream',
  subject: 'runtime',
  answers: ['W2.30'],
  statement: {
    en: 'Metric snapshots leave the program as a stream of JSON records, histograms included.',
    zh: '指标快照（含直方图）以 JSON 记录流的形式输出。',
  },
  method: {
    en: 'A program built by the Go under test writes one JSON record per snapshot, reads each back and compares every value and bucket bit for bit; goassay parses the same lines with a reader of its own. Plain encoding/json is tried on the same samples.',
    zh: '由被测 Go 构建的程序为每个快照写出一条 JSON 记录，再读回并逐位比较每个值与桶；goassay 另用自己的解析器读取同样的行。同时对同样的样本直接使用 encoding/json。',
  },
  wouldChange: {
    en: 'A value or bucket that comes back changed, or a line that is no JSON object.',
    zh: '有值或桶在读回后改变，或某行不是 JSON 对象。',
  },
  needs: { stream: metricsStream },

  judge({ stream }) {
    const { records, unreadable, values, buckets, infinities, differences, plainError, metricsPerRecord } =
      stream;
    if (records === 0 && unreadable === 0) {
      return inconclusive({ en: 'The program wrote no record', zh: '程序未写出任何记录' });
    }
    if (unreadable > 0 || differences.length > 0) {
      return refuted({
        en: `${differences.length} of ${values} values came back changed and ${unreadable} lines are no JSON objects: ${differences.slice(0, 3).join(', ')}`,
        zh: `${values} 个值中有 ${differences.length} 个读回后改变，${unreadable} 行不是 JSON 对象：${differences.slice(0, 3).join('、')}`,
      });
    }
    const plain = {
      en: `encoding/json on the samples as they are stops with “${plainError}”`,
      zh: `对原始样本直接使用 encoding/json 会报错“${plainError}”`,
    };
    return confirmed(
      {
        en: `${records} records of ${metricsPerRecord} metrics came back unchanged: ${values} values, ${buckets} histogram bounds, ${infinities} of them infinite and written as strings`,
        zh: `${records} 条记录（每条 ${metricsPerRecord} 个指标）读回后毫无改变：${values} 个值、${buckets} 个直方图边界，其中 ${infinities} 个为无穷，以字符串写出`,
      },
      { warnings: plainError === '' ? [] : [plain] },
    );
  },
});
