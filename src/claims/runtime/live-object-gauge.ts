/**
 * The paper takes /memory/classes/heap/objects:objects for the number of live objects. The real
 * name with that path counts bytes; objects are counted under /gc/heap/objects:objects.
 *
 * @module
 */

import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { metricFigure, metricNamed } from './metric-names.ts';

const NAME = '/memory/classes/heap/objects:objects';
const REAL = ['/memory/classes/heap/objects:bytes', '/gc/heap/objects:objects'] as const;

export const liveObjectGauge = claim({
  id: 'live-object-gauge',
  subject: 'runtime',
  answers: ['W2.28'],
  statement: {
    en: 'The gauge /memory/classes/heap/objects:objects gives the number of live objects.',
    zh: '/memory/classes/heap/objects:objects 这一 Gauge 给出当前存活对象数。',
  },
  method: {
    en: 'Searches metrics.All() of the Go under test for the name, and checks that it is no cumulative count.',
    zh: '在被测 Go 的 metrics.All() 中查找该名称，并检查其并非累计值。',
  },
  wouldChange: {
    en: 'That very name in metrics.All(), not cumulative, with values of kind uint64.',
    zh: 'metrics.All() 中出现该名称，且为非累计的 uint64 值。',
  },
  needs: { catalogue: metricsCatalogue },

  judge({ catalogue }) {
    const { goVersion, metrics } = catalogue;
    const found = metricNamed(catalogue, NAME);
    if (found?.cumulative) {
      return inconclusive({
        en: `${goVersion} offers ${NAME}, but as a cumulative count, which is no gauge`,
        zh: `${goVersion} 提供 ${NAME}，但它是累计值而非 Gauge`,
      });
    }
    if (found) {
      return confirmed(
        {
          en: `${goVersion} offers ${NAME} as a ${found.kind} gauge`,
          zh: `${goVersion} 提供 ${NAME}，为 ${found.kind} 型 Gauge`,
        },
        { figures: [metricFigure([found])] },
      );
    }
    const real = REAL.flatMap((name) => metricNamed(catalogue, name) ?? []);
    return refuted(
      {
        en: `${NAME} is not among the ${metrics.length} metrics of ${goVersion}; ${REAL[0]} gives bytes and ${REAL[1]} the number of objects`,
        zh: `${goVersion} 的 ${metrics.length} 个指标中没有 ${NAME}；${REAL[0]} 给出字节数，${REAL[1]} 给出对象数`,
      },
      { figures: real.length > 0 ? [metricFigure(real)] : [] },
    );
  },
});
